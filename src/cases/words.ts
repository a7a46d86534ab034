/** The words of the module: what is kept, and what people call it. Lists, forms and papers read them from here. */

export const STATES = {
  waiting: '待前序',
  applied: '已申请',
  received: '已收件',
  correcting: '待补正',
  accepted: '已受理',
  suspended: '已中止',
  granted: '准予',
  refused: '不予',
  issued: '已制证',
  completed: '已办结',
  declined: '不予受理',
  withdrawn: '已撤回',
  terminated: '已终止',
  revoked: '已撤销',
  elsewhere: '外部系统办理',
} as const;
export type CaseState = keyof typeof STATES;

/** The statutory clock runs; 中止 stops the promise alone. */
export const IN_EXAMINATION = ['accepted', 'suspended'] as const satisfies readonly CaseState[];
/** Papers are in, and nobody has said yet whether the application is accepted. */
export const BEFORE_ACCEPTANCE = [
  'applied',
  'received',
  'correcting',
] as const satisfies readonly CaseState[];
/** Accepted, and not yet decided. */
export const UNDECIDED = ['accepted', 'suspended'] as const satisfies readonly CaseState[];

/** Nothing more happens to it, unless a grant is taken back. */
export const OVER = [
  'completed',
  'declined',
  'withdrawn',
  'terminated',
  'revoked',
] as const satisfies readonly CaseState[];

/** 申请渠道. */
export const CHANNELS = {
  window: '窗口',
  online: '网上',
  post: '邮寄',
  terminal: '自助终端',
  'on-site': '上门代办',
  handover: '异地收件',
  elsewhere: '其他业务系统',
} as const;
export type Channel = keyof typeof CHANNELS;
/** Where a clerk of ours stands before the applicant; by any other way nobody here sees them sign. */
const SEEN: ReadonlySet<Channel> = new Set(['window', 'on-site']);
export const isUnseen = (channel: Channel): boolean => !SEEN.has(channel);
/** Those that a window books itself; what is sent on line, envelopes and the cases of other systems come by ways of their own. */
const { online: _online, handover: _handover, elsewhere: _elsewhere, ...booked } = CHANNELS;
export const BOOKED_CHANNELS = booked;

/** 受理层级: where the applicant stood. */
export const STAND_LEVELS = { district: '区级', town: '镇（街道）', village: '村（社区）' } as const;
export type StandLevel = keyof typeof STAND_LEVELS;

/** 决定权属: by whose authority the case is decided. */
export const AUTHORITIES = {
  district: '区级部门',
  city: '市级部门',
  province: '省级部门',
  town: '镇（街道）',
  village: '村（社区）',
  'other-place': '外地部门',
} as const;
export type Authority = keyof typeof AUTHORITIES;

/** 受理方式. */
export const ACCEPTANCES = {
  complete: '材料齐全受理',
  tolerant: '容缺受理',
  committed: '告知承诺受理',
  deemed: '逾期未告知视为受理',
  instant: '即办',
} as const;
export type Acceptance = keyof typeof ACCEPTANCES;

/** 办理结果. */
export const OUTCOMES = {
  granted: '准予',
  refused: '不予',
  declined: '不予受理',
  withdrawn: '申请人撤回',
  'not-corrected': '逾期未补正',
  'not-supplied': '容缺未补',
  'false-promise': '承诺不实',
  terminated: '终止办理',
} as const;
export type Outcome = keyof typeof OUTCOMES;

export const APPLICANT_KINDS = { person: '自然人', firm: '法人或其他组织' } as const;
export type ApplicantKind = keyof typeof APPLICANT_KINDS;

export const DELIVERY_WAYS = { counter: '窗口领取', post: '邮寄', electronic: '电子送达' } as const;
export type DeliveryWay = keyof typeof DELIVERY_WAYS;

/** 不予受理情形 (行政许可法 32): nothing else lets a body turn an application away. */
export const DECLINE_GROUNDS = {
  'not-needed': '依法不需要取得许可或者办理',
  'not-competent': '不属于本机关职权范围',
  'not-corrected': '一次性告知后，在告知的期限内没有补正',
} as const;
export type DeclineGround = keyof typeof DECLINE_GROUNDS;

/** 催补方式: how the applicant is reminded of papers that are outstanding. */
export const CHASE_WAYS = { phone: '电话', message: '短信', letter: '书面', counter: '当面' } as const;
export type ChaseWay = keyof typeof CHASE_WAYS;

/** 法定程序种类 whose time is not counted (行政许可法 45). */
export const SPECIAL_PROCEDURES = {
  hearing: '听证',
  bidding: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  'expert-review': '专家评审',
} as const;
export type SpecialProcedure = keyof typeof SPECIAL_PROCEDURES;

/** 材料 of a case: what became of each that the item asks for. */
export const PAPER_STATES = {
  present: '已交',
  missing: '未交',
  outstanding: '容缺待补',
  promised: '承诺免交',
  waived: '免交',
} as const;
export type PaperState = keyof typeof PAPER_STATES;
