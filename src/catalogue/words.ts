/* Words of stored keys that pages show too: nothing here may stand on anything. */

/** 窗口类别, as the bureau sets its hall up. */
export const WINDOW_TYPES = {
  undifferentiated: '无差别综合窗口',
  general: '综合窗口',
  engineering: '工改综合窗口',
  utilities: '公用报装窗口',
  resumption: '复工复产窗口',
  department: '部门窗口',
  town: '镇（街道）窗口',
  village: '村（社区）窗口',
} as const;
export type WindowType = keyof typeof WINDOW_TYPES;

/** What became of a law or an article. */
export const NOTICE_KINDS = { repealed: '废止', renumbered: '条款序号变动', amended: '修改' } as const;
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** Who may handle a delegated item. */
export const DELEGATION_LEVELS = { town: '镇（街道）', village: '村（社区）' } as const;
export type DelegationLevel = keyof typeof DELEGATION_LEVELS;
