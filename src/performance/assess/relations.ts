/**
 * How figures of a self-evaluation hang together, as data. Keys are those of `evaluation/known.ts`; money-table
 * relations hold in every unit's row as well as in the 汇总 row.
 */
export interface SumRelation {
  readonly whole: string;
  readonly parts: readonly string[];
}
/** 支出 + 结余 = 收入 is a sum like any other. */
export const tableSums: readonly SumRelation[] = [
  {
    whole: 'income.total',
    parts: [
      'income.carriedIn',
      'income.publicBudget',
      'income.governmentFunds',
      'income.nonTax',
      'income.other',
    ],
  },
  { whole: 'income.total', parts: ['spending.total', 'spending.surplus'] },
  { whole: 'spending.total', parts: ['spending.basic', 'spending.projects'] },
  { whole: 'spending.basic', parts: ['spending.personnel', 'spending.operating'] },
  {
    whole: 'threePublic.total',
    parts: [
      'threePublic.reception',
      'threePublic.vehicleRunning',
      'threePublic.vehiclePurchase',
      'threePublic.travelAbroad',
    ],
  },
  { whole: 'assets.total', parts: ['assets.inUse', 'assets.leased', 'assets.other'] },
];
export const otherSums: readonly SumRelation[] = [
  { whole: 'disclosure.total', parts: ['disclosure.normative', 'disclosure.website', 'disclosure.weibo'] },
  { whole: 'cases.regionWide', parts: ['cases.regionWideDistrict', 'cases.regionWideCity'] },
];

export interface RateRelation {
  readonly rate: string;
  readonly top: string;
  readonly under: string;
}
export const rates: readonly RateRelation[] = [
  { rate: 'orders.closedRate', top: 'orders.closed', under: 'orders.due' },
  { rate: 'orders.inTimeRate', top: 'orders.closedInTime', under: 'orders.due' },
  { rate: 'hotline.dissatisfactionRate', top: 'hotline.dissatisfied', under: 'hotline.callbacks' },
];
/** Two rates that share out the whole: 满意率 + 不满意率 = 100 %. */
export const complements: readonly (readonly [string, string])[] = [
  ['hotline.satisfactionRate', 'hotline.dissatisfactionRate'],
];

/** No part can be more than its whole; several parts are added first. */
export interface OrderRelation {
  readonly parts: readonly string[];
  readonly whole: string;
}
export const orders: readonly OrderRelation[] = [
  { parts: ['orders.closed'], whole: 'orders.due' },
  { parts: ['orders.closedInTime'], whole: 'orders.closed' },
  { parts: ['hotline.dissatisfied'], whole: 'hotline.callbacks' },
  { parts: ['hotline.urgent'], whole: 'hotline.workOrders' },
  { parts: ['assets.inUse'], whole: 'assets.total' },
  { parts: ['threePublic.total'], whole: 'spending.total' },
  { parts: ['projects.priority'], whole: 'spending.projects' },
  { parts: ['card.paid'], whole: 'card.total' },
  { parts: ['specialFunds.invested', 'spending.basic'], whole: 'income.total' },
];

/** One quantity under two names. */
export const equals: readonly (readonly [string, string])[] = [
  ['specialFunds.invested', 'spending.projects'],
];

/** What is due may be counted from one source or from several; which, only the department knows. */
export interface Tally {
  readonly of: string;
  readonly from: readonly (readonly string[])[];
}
export const tallies: readonly Tally[] = [
  { of: 'orders.due', from: [['hotline.workOrders'], ['hotline.workOrders', 'hotline.letters']] },
];
