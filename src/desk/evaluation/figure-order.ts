/** What the first part of a figure's key stands for, in the order of the form; others come last as 其他数据. */
export const groupTitles: Readonly<Record<string, string>> = {
  income: '收入',
  spending: '支出和结余',
  threePublic: '“三公经费”',
  assets: '固定资产',
  staff: '人员',
  budget: '预算',
  projects: '项目支出',
  procurement: '政府采购',
  card: '公务卡',
  disbursement: '支付进度',
  specialFunds: '专项资金',
  fees: '“一票制”收费',
  orders: '工单办理',
  hotline: '热线与信箱',
  ratings: '服务评价',
  cases: '业务办理',
  disclosure: '政务公开',
  catalogue: '事项',
};

/** Within a group: the total, then its parts as the form lists them, then whatever else there is. */
const PARTS: readonly string[] = [
  'total',
  'carriedIn',
  'publicBudget',
  'governmentFunds',
  'nonTax',
  'basic',
  'personnel',
  'operating',
  'projects',
  'surplus',
  'surplusCumulative',
  'reception',
  'vehicleRunning',
  'vehiclePurchase',
  'travelAbroad',
  'inUse',
  'leased',
  'other',
  'established',
  'actual',
  'due',
  'closed',
  'closedInTime',
  'closedRate',
  'inTimeRate',
];
const rank = (list: readonly string[], name: string): number =>
  list.includes(name) ? list.indexOf(name) : list.length;

export const byGroup = (a: string, b: string): number =>
  rank(Object.keys(groupTitles), a) - rank(Object.keys(groupTitles), b);
export const byPart = (a: string, b: string): number =>
  rank(PARTS, a.split('.')[1] ?? '') - rank(PARTS, b.split('.')[1] ?? '');
