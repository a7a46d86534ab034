export const KINDS = { person: '自然人', firm: '法人或其他组织' } as const;
export type Kind = keyof typeof KINDS;

/** By what document a person is known; passports and permits of other countries have no check character of ours. */
export const IDENTITY_KINDS = {
  resident: '居民身份证',
  'home-return': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  residence: '港澳台居民居住证',
  'foreign-residence': '外国人永久居留身份证',
  passport: '护照',
} as const;
export type IdentityKind = keyof typeof IDENTITY_KINDS;

/** How it was made sure who somebody is. */
export const VERIFICATIONS = { none: '未核验', counter: '窗口核验', province: '省统一身份认证' } as const;
export type Verification = keyof typeof VERIFICATIONS;

/** How sure it is, the least first: the levels of the provinces' platforms; a document seen at a counter is the highest. */
export const LEVELS = { none: '未实名', basic: '初级实名', middle: '中级实名', high: '高级实名' } as const;
export type Level = keyof typeof LEVELS;

const ORDER = Object.keys(LEVELS);
/** Whether a level is enough: `reaches('high', 'middle')`. */
export const reaches = (level: Level, wanted: Level): boolean =>
  ORDER.indexOf(level) >= ORDER.indexOf(wanted);

/** What an agent may do for whom they act. */
export const ACTS = {
  apply: '提出申请',
  supply: '补交材料',
  sign: '签收文书、签署承诺',
  pay: '缴费',
  receive: '领取结果',
  withdraw: '撤回申请',
} as const;
export type Act = keyof typeof ACTS;

export const EXTENTS = { all: '全部事项', listed: '只限列出的事项' } as const;
export type Extent = keyof typeof EXTENTS;
/** By the principal's own hand on line, or on paper at a counter. */
export type GivenBy = 'self' | 'counter';
