import { moneyColumns } from './tables.ts';

/** Title and unit of a figure the form or its rules ask for. */
export interface KnownFigure {
  readonly title: string;
  readonly unit: string;
}
const figures = (
  unit: string,
  titles: Readonly<Record<string, string>>,
): readonly (readonly [string, KnownFigure])[] =>
  Object.entries(titles).map(([key, title]) => [key, { title, unit }]);

/**
 * Figures known by key. Keys that rules ask for are those of `rules/figures.ts`; a figure not listed here may be
 * entered too, with a title and unit of its own.
 */
export const knownFigures: ReadonlyMap<string, KnownFigure> = new Map([
  ...moneyColumns.map(({ key, title }) => [key, { title, unit: '万元' }] as const),
  ...figures('人', {
    'staff.established': '人员编制',
    'staff.actual': '实有人数',
    'staff.onPosts': '在职人员数',
  }),
  ...figures('万元', {
    'threePublic.budget': '本年度“三公经费”预算数',
    'threePublic.budgetLastYear': '上年度“三公经费”预算数',
    'projects.priority': '重点项目支出',
    'budget.initial': '年初预算数',
    'budget.total': '预算数',
    'budget.adjusted': '预算调整数',
    'budget.spending': '支出预算数',
    'budget.completed': '预算完成数',
    'procurement.actual': '实际政府采购金额',
    'procurement.budget': '政府采购预算数',
    'card.paid': '公务卡支付金额',
    'card.total': '公务卡强制结算目录内支出（公务卡与现金合计）',
    'specialFunds.invested': '全年投入专项资金',
    'fees.collected': '“一票制”代收报建规费',
    'fees.waived': '减免报建规费',
  }),
  ...figures('个', { 'disbursement.lateFunds': '未按进度下达的专项数' }),
  ...figures('是否', { 'specialFunds.allPaidOnSchedule': '专项资金全部按进度支付到位' }),
  ...figures('条', {
    'disclosure.total': '主动公开政府信息',
    'disclosure.website': '政府网站公开信息',
    'disclosure.weibo': '政务微博公开信息',
    'ratings.total': '服务评价',
  }),
  ...figures('件', {
    'disclosure.normative': '公开发布规范性文件',
    'hotline.workOrders': '热线受理工单',
    'hotline.letters': '市（区）长信箱办件',
    'orders.due': '应办理工单',
    'orders.closed': '已办理工单',
    'orders.closedInTime': '按期办结工单',
    'hotline.urgent': '紧急工单',
    'hotline.callbacks': '抽查回访工单',
    'hotline.dissatisfied': '不满意工单',
    'cases.window': '无差别窗口受理业务',
    'cases.engineering': '工程建设综合窗口业务',
    'cases.utilities': '公用报装业务',
    'cases.regionWide': '全域通办业务',
    'cases.regionWideDistrict': '全域通办业务（区直部门）',
    'cases.regionWideCity': '全域通办业务（市直部门）',
  }),
  ...figures('台', { 'ratings.devices': '评价器' }),
  ...figures('项', {
    'catalogue.powers': '行政权力事项',
    'catalogue.services': '公共服务事项',
    'catalogue.undifferentiated': '纳入无差别受理的事项',
    'catalogue.town': '镇级事项',
    'catalogue.village': '村级事项',
  }),
  ...figures('个', {
    'catalogue.approvalSections': '设立行政审批股的单位',
    'catalogue.approvalSeals': '启用审批专用章的单位',
    'catalogue.undifferentiatedUnits': '纳入无差别受理的部门',
    'fees.projects': '“一票制”项目',
  }),
  ...figures('%', {
    'orders.closedRate': '办结率',
    'orders.inTimeRate': '按期办结率',
    'hotline.dissatisfactionRate': '热线不满意率',
    'hotline.satisfactionRate': '热线满意率',
    'ratings.satisfactionRate': '服务评价满意率',
    'catalogue.fillRate': '实施清单填报率',
    'catalogue.publishRate': '实施清单发布率',
  }),
]);

/** A rule's figure or metric that stands in this evaluation under another key. */
export const ruleAliases: Readonly<Record<string, string>> = {
  'surplus.yearEnd': 'spending.surplus',
  'surplus.carriedIn': 'income.carriedIn',
  'projects.spending': 'spending.projects',
  'threePublic.actual': 'threePublic.total',
  'office.actual': 'spending.operating',
  satisfaction: 'ratings.satisfactionRate',
};
