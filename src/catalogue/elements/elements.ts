import { ITEM_TYPES, LEVELS } from '../codes/types.ts';
import { inGroup, type ValueOf } from './kinds.ts';

const basic = inGroup('basic');
const limits = inGroup('limits');
const handling = inGroup('handling');
const online = inGroup('online');
const presence = inGroup('presence');
const result = inGroup('result');
const fee = inGroup('fee');
const contact = inGroup('contact');
const course = inGroup('course');

const AUDIENCES = {
  person: '自然人',
  company: '企业法人',
  institution: '事业法人',
  society: '社会组织法人',
  unincorporated: '非法人企业',
  authority: '行政机关',
  other: '其他组织',
} as const;

/**
 * 实施清单要素, by the names of the national exchange tables; mandatory is what they call NOT NULL. Everything that shows
 * an item — import, export, comparison, fill rate, guide, form — is made from this one list.
 */
export const ELEMENTS = {
  name: basic.text('事项名称').mandatory().also('名称', 'taskName', 'name'),
  basicCode: basic.code('基本编码').mandatory().also('catalogCode', '事项基本编码'),
  implementingCode: basic.code('实施编码').mandatory().also('taskCode', '事项编码', 'itemCode'),
  handlingCode: basic.code('业务办理项编码').also('taskHandleItem'),
  handlingName: basic.text('业务办理项名称').also('subItemName'),
  localBasicCode: basic.code('地方基本编码').also('localCatalogCode'),
  localImplementingCode: basic.code('地方实施编码').also('localTaskCode'),
  mainItem: basic.text('主项名称').also('mainItem', 'catalogName'),
  type: basic.choice('事项类型', ITEM_TYPES).mandatory().also('taskType', 'type'),
  level: basic.choice('行使层级', LEVELS).mandatory().also('useLevel', 'level'),
  powerSource: basic
    .choice('权力来源', {
      statutory: '法定本级行使',
      delegated: '上级下放',
      authorised: '授权',
      entrusted: '委托',
      other: '其他',
    })
    .mandatory(),
  basis: basic.paragraph('设定依据').mandatory().also('byLaw', '依据'),
  body: basic.text('实施主体').mandatory().also('实施机构', 'deptName', 'department', '部门'),
  bodyCode: basic.code('实施主体编码').mandatory().also('deptCode', 'orgCode'),
  bodyNature: basic
    .choice('实施主体性质', {
      authority: '法定机关',
      organisation: '法律法规授权组织',
      entrusted: '受委托组织',
    })
    .mandatory(),
  entrustedTo: basic.text('委托部门'),
  startsOn: basic.day('计划生效日期'),
  endsOn: basic.day('计划取消日期'),

  legalLimit: limits.limit('法定办结时限').mandatory().also('legalLimit', '法定时限'),
  legalLimitNote: limits.paragraph('法定办结时限说明'),
  promisedLimit: limits.limit('承诺办结时限').mandatory().also('promisedLimit', '承诺时限'),
  promisedLimitNote: limits.paragraph('承诺办结时限说明'),
  specialProcedures: limits.lines('特别程序').mandatory(),

  kind: handling
    .choice('办件类型', { instant: '即办件', promised: '承诺件' })
    .mandatory()
    .also('projectType'),
  audience: handling.choices('服务对象', AUDIENCES).mandatory().also('serviceObjects', 'serveType'),
  forms: handling.choices('办理形式', {
    window: '窗口办理',
    online: '网上办理',
    post: '邮寄办理',
    mobile: '移动端办理',
    terminal: '自助终端办理',
  }),
  place: handling.paragraph('办理地点').mandatory().also('location'),
  hours: handling.paragraph('办理时间').mandatory().also('transactTime'),
  process: handling.lines('办理流程').mandatory(),
  conditions: handling.paragraph('受理条件').mandatory().also('acceptConditions', '申请条件'),
  visits: handling.count('到办事现场次数').mandatory().also('maxVisits', 'limitSceneNum'),
  visitReason: handling.paragraph('必须现场办理原因'),
  reach: handling.choice('通办范围', {
    nation: '全国',
    province: '全省',
    city: '全市',
    county: '全县',
    town: '全乡镇',
  }),
  jointBodies: handling.lines('联办机构').also('jointDepartments'),
  quota: handling.paragraph('数量限制'),
  intermediaries: handling.lines('中介服务'),
  themes: handling.lines('面向主题').also('themes', '主题分类'),

  isOnline: online.flag('是否网办').mandatory().also('onlineApply'),
  onlineDepth: online.text('网上办理深度'),
  onlineAddress: online.text('在线办理地址').also('url', 'link'),
  mobileAddress: online.text('移动端办理地址'),
  canPayOnline: online.flag('是否支持网上支付').mandatory(),
  canPost: online.flag('是否支持物流快递').mandatory().also('courier', '物流快递'),
  canBook: online.flag('是否支持预约办理').also('bookable', '预约'),
  hasTerminal: online.flag('是否支持自助终端办理'),
  hasSingleSignOn: online.flag('是否单点登录').mandatory(),

  isInHall: presence.flag('是否进驻政务大厅').mandatory(),
  townNames: presence.lines('乡镇街道名称'),
  townCodes: presence.lines('乡镇街道代码'),
  villageNames: presence.lines('村居名称'),
  villageCodes: presence.lines('村居代码'),

  resultType: result.choice('审批结果类型', {
    certificate: '证照',
    approval: '批文',
    report: '鉴定或报告',
    payment: '资金',
    other: '其他',
    none: '无',
  }),
  resultName: result.text('审批结果名称'),
  resultSample: result.text('审批结果样本'),

  hasFee: fee.flag('是否收费').mandatory(),
  feeBasis: fee.paragraph('收费依据'),
  feeItem: fee.text('收费项目'),
  feeStandard: fee.paragraph('收费标准'),
  mayReduceFee: fee.flag('是否允许减免'),
  feeReductionBasis: fee.paragraph('减免依据'),

  materials: inGroup('materials').materials('申请材料').also('materials', '材料'),

  consultPhone: contact.text('咨询方式').mandatory().also('consultPhone', '咨询电话'),
  complaintPhone: contact.text('监督投诉方式').mandatory().also('complaintPhone', '投诉电话', '监督电话'),
  questions: contact.paragraph('常见问题'),

  situations: course.situations('办理情形').also('情形'),
  isSeparated: course.flag('是否审管分离').also('审管分离'),
  isLicence: course.flag('是否适用行政许可法').also('适用行政许可法'),
  /** 行政许可法 78, 79: bad faith bars from applying again. */
  isOfSafety: course.flag('是否直接关系公共安全、人身健康、生命财产安全').also('直接关系公共安全'),
  steps: course.steps('审批环节').also('并联环节'),
  surveys: course.surveys('现场勘查').also('勘查条件'),
  commitment: course.commitment('告知承诺'),
  toleranceDays: course.count('容缺补交天数').also('容缺补交期限'),
  /** Where the item's own law asks for a renewal sooner or later than 行政许可法 50. */
  renewalAhead: course.limit('延续申请提前期').also('届满前多少日申请延续'),
} as const;

export type ElementKey = keyof typeof ELEMENTS;
/** What is known of an item; what its source does not say is absent. */
export type Elements = { readonly [K in ElementKey]?: ValueOf<(typeof ELEMENTS)[K]> };

export const ELEMENT_KEYS = Object.keys(ELEMENTS) as readonly ElementKey[];
