/** The words of the module: what is kept, and what people call it. Lists, forms and papers read them from here. */

/** 诉求类型 (国办发〔2020〕53号; 表扬 is local practice). */
export const ORDER_TYPES = {
  consultation: '咨询',
  help: '求助',
  complaint: '投诉',
  report: '举报',
  suggestion: '建议',
  praise: '表扬',
} as const;
export type OrderType = keyof typeof ORDER_TYPES;

/** 来源渠道. Letters are what came by the mailbox; everything else is the hotline's. */
export const CHANNELS = {
  phone: '电话',
  mailbox: '区长信箱',
  web: '网站表单',
  wechat: '微信',
  app: '手机应用',
  api: '接口',
  city: '市平台转办',
  rating: '差评转办',
} as const;
export type Channel = keyof typeof CHANNELS;

/** 办结方式. */
export const OUTCOMES = {
  handled: '承办单位办结',
  direct: '直接答复',
  redirected: '引导告知',
  transferred: '转接紧急热线',
  merged: '重复合并',
  withdrawn: '来电人撤回',
  void: '作废',
  'sent-back': '退回上级平台',
} as const;
export type Outcome = keyof typeof OUTCOMES;

/** 回访结果. */
export const CALL_BACK_RESULTS = {
  satisfied: '满意',
  dissatisfied: '不满意',
  'no-view': '未评价',
  'not-reached': '未接通',
} as const;
export type CallBackResult = keyof typeof CALL_BACK_RESULTS;

/** 不受理而引导的去向 (国办发〔2020〕53号 names the first six). */
export const REDIRECTIONS = {
  litigation: '诉讼、仲裁',
  discipline: '纪检监察',
  petition: '信访',
  reconsideration: '行政复议',
  disclosure: '政府信息公开申请',
  secret: '涉及国家秘密、商业秘密或个人隐私',
  emergency: '110、119、120、122 紧急热线',
  elsewhere: '其他地区或其他热线',
} as const;
export type Redirection = keyof typeof REDIRECTIONS;

/** 剔除申请的理由: an unreasonable, a historical, or an out-of-power matter. */
export const EXCLUSION_GROUNDS = {
  unreasonable: '不合理诉求',
  historical: '历史遗留问题',
  'out-of-power': '超出职权范围',
} as const;
export type ExclusionGround = keyof typeof EXCLUSION_GROUNDS;

export const STATES = {
  registered: '待派单',
  dispatched: '待签收',
  signed: '办理中',
  returned: '退单待裁',
  replied: '已答复待审',
  approved: '审核通过',
  submitted: '已上报待回',
  reworking: '返工中',
  reopened: '重办中',
  'joint-review': '会商中',
  closed: '已办结',
  redirected: '已引导',
  merged: '已合并',
  withdrawn: '已撤回',
  void: '已作废',
  'sent-back': '已退回上级',
} as const;
export type OrderState = keyof typeof STATES;

/** The unit has it: it may sign, ask, reply, return. */
export const WITH_UNIT = ['dispatched', 'signed', 'reworking', 'reopened'] as const;
/** The unit has replied; the office has it. */
export const ANSWERED = ['replied', 'approved', 'submitted'] as const;
/** Nothing more is to be done, whatever the way it ended. */
export const ENDED = ['closed', 'redirected', 'merged', 'withdrawn', 'void', 'sent-back'] as const;
/** Somebody has it in hand. */
export const OPEN = ['registered', ...WITH_UNIT, 'returned', ...ANSWERED, 'joint-review'] as const;
/** The clock of the answer runs. */
export const RUNNING = [...WITH_UNIT, 'returned', 'joint-review'] as const;
