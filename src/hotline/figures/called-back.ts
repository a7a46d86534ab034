import { measure, rate, sum, type Measure } from '#lib/measure.ts';
import { workOrder } from '../order/work-order.ts';
import { CALL_BACK_RESULTS, type CallBackResult } from '../order/words.ts';

const RESULTS = Object.keys(CALL_BACK_RESULTS) as readonly CallBackResult[];

/** Which of several call-backs of one order counts (order/called.ts), as the book says it. */
const COUNTED =
  '每件按一次计：有不满意的取首次不满意，否则取首次满意，再次取首次未评价、未接通；其后的回访另行留存，不改变已计入的结果';

/** Our own call-backs, counted on the day of the call, by the unit that had answered. */
const calledBack = measure(workOrder, {
  name: 'hotline.called-back',
  title: '回访（抽查）',
  version: 2,
  basis: `登记了回访结果的工单和来信，按计入的那次回访时间；未接通的也计入；${COUNTED}`,
  on: 'calledBackAt',
  by: 'handler',
  where: (row) => row('row.callBackResult', 'is not', null),
});
const answered = (result: CallBackResult): Measure =>
  measure(workOrder, {
    name: `hotline.call-back-${result}`,
    title: `回访${CALL_BACK_RESULTS[result]}`,
    version: 2,
    basis: `计入的回访结果为“${CALL_BACK_RESULTS[result]}”的，按回访时间；${COUNTED}`,
    on: 'calledBackAt',
    by: 'handler',
    where: (row) => row('row.callBackResult', '=', result),
  });
const byResult = Object.fromEntries(RESULTS.map((result) => [result, answered(result)])) as Readonly<
  Record<CallBackResult, Measure>
>;
const dissatisfied = byResult.dissatisfied;

const solved = measure(workOrder, {
  name: 'hotline.solved',
  title: '回访确认已解决',
  version: 2,
  basis: '计入的那次回访中诉求人确认已解决的，按回访时间；未接通的不能确认',
  on: 'calledBackAt',
  by: 'handler',
  where: (row) => row('row.isSolved', '=', true),
});
const notDissatisfied = sum({
  name: 'hotline.not-dissatisfied',
  title: '回访中没有表示不满意的',
  version: 2,
  basis: '回访 − 回访不满意',
  plus: [calledBack],
  minus: [dissatisfied],
});
const opinions = sum({
  name: 'hotline.opinions',
  title: '明确评价的回访',
  version: 2,
  basis: '回访满意 ＋ 回访不满意',
  plus: [byResult.satisfied, byResult.dissatisfied],
});

/** The city platform's own call-backs: kept apart, shown beside ours. */
const cityCalledBack = measure(workOrder, {
  name: 'hotline.city-called-back',
  title: '市平台回访',
  version: 2,
  basis: '市平台返回了回访结果的工单，按市平台回访时间；返回几次的，按与本级相同的规则只计一次',
  on: 'cityCalledBackAt',
  by: 'handler',
  where: (row) => row('row.cityResult', 'is not', null),
});
const cityDissatisfied = measure(workOrder, {
  name: 'hotline.city-dissatisfied',
  title: '市平台回访不满意',
  version: 2,
  basis: '市平台回访曾为不满意的，按首次不满意的市平台回访时间',
  on: 'cityCalledBackAt',
  by: 'handler',
  where: (row) => row('row.cityResult', '=', 'dissatisfied'),
});
/** What citizens say by themselves, through the portal. */
const rated = measure(workOrder, {
  name: 'hotline.rated',
  title: '群众评价',
  basis: '诉求人自己在网上评价了的，按评价时间',
  on: 'ratedAt',
  by: 'handler',
  where: (row) => row('row.rating', 'is not', null),
});
const ratedDissatisfied = measure(workOrder, {
  name: 'hotline.rated-dissatisfied',
  title: '群众评价不满意',
  basis: '诉求人自己评价为不满意的，按评价时间',
  on: 'ratedAt',
  by: 'handler',
  where: (row) => row('row.rating', '=', 'dissatisfied'),
});

export const callBackMeasures = [
  calledBack,
  ...RESULTS.map((result) => byResult[result]),
  solved,
  notDissatisfied,
  opinions,
  cityCalledBack,
  cityDissatisfied,
  rated,
  ratedDissatisfied,
  rate({
    name: 'hotline.dissatisfaction-rate',
    title: '不满意率',
    version: 2,
    basis: '回访不满意 ÷ 回访（抽查）',
    numerator: dissatisfied,
    denominator: calledBack,
  }),
  rate({
    name: 'hotline.satisfaction-rate',
    title: '满意率',
    version: 2,
    basis:
      '1 − 不满意率，即没有表示不满意的 ÷ 回访（抽查）；未评价、未接通的因此也算满意，与“明确评价满意率”并列',
    numerator: notDissatisfied,
    denominator: calledBack,
  }),
  rate({
    name: 'hotline.expressed-satisfaction-rate',
    title: '明确评价满意率',
    version: 2,
    basis: '回访满意 ÷（回访满意 ＋ 回访不满意）',
    numerator: byResult.satisfied,
    denominator: opinions,
  }),
  rate({
    name: 'hotline.solution-rate',
    title: '解决率',
    version: 2,
    basis: '回访确认已解决 ÷ 回访（抽查）',
    numerator: solved,
    denominator: calledBack,
  }),
  rate({
    name: 'hotline.city-dissatisfaction-rate',
    title: '市平台回访不满意率',
    version: 2,
    basis: '市平台回访不满意 ÷ 市平台回访；与本级抽查分列，不相加',
    numerator: cityDissatisfied,
    denominator: cityCalledBack,
  }),
];
