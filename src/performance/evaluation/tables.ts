/** The four money tables of the official form (二、收支情况), row for unit and a 汇总 row on top. */
export interface MoneyColumn {
  readonly key: string;
  readonly title: string;
  /** The heading above it where the form has one. */
  readonly under: '其中' | null;
}
export interface MoneyTable {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly MoneyColumn[];
}

type Pair = readonly [key: string, title: string];
const table = (key: string, title: string, [total, ...parts]: readonly [Pair, ...Pair[]]): MoneyTable => ({
  key,
  title,
  columns: [
    { key: `${key}.${total[0]}`, title: total[1], under: null },
    ...parts.map(([name, words]) => ({ key: `${key}.${name}`, title: words, under: '其中' as const })),
  ],
});

export const moneyTables: readonly MoneyTable[] = [
  table('income', '年度收入情况（万元）', [
    ['total', '收入合计'],
    ['carriedIn', '上年结转'],
    ['publicBudget', '公共财政拨款'],
    ['governmentFunds', '政府基金拨款'],
    ['nonTax', '纳入专户管理的非税收入拨款'],
    ['other', '其他收入'],
  ]),
  table('spending', '部门（单位）年度支出和结余情况（万元）', [
    ['total', '支出合计'],
    ['basic', '基本支出'],
    ['personnel', '人员支出'],
    ['operating', '公用支出'],
    ['projects', '项目支出'],
    ['surplus', '当年结余'],
    ['surplusCumulative', '累计结余'],
  ]),
  table('threePublic', '“三公经费”情况（万元）', [
    ['total', '三公经费合计'],
    ['reception', '公务接待费'],
    ['vehicleRunning', '公务用车运维费'],
    ['vehiclePurchase', '公务用车购置费'],
    ['travelAbroad', '因公出国费'],
  ]),
  table('assets', '固定资产情况（万元）', [
    ['total', '固定资产合计'],
    ['inUse', '在用固定资产'],
    ['leased', '出租固定资产'],
    ['other', '其他'],
  ]),
];

export const moneyColumns: readonly MoneyColumn[] = moneyTables.flatMap((each) => each.columns);
