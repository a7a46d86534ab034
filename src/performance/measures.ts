import { measure, rate, type AnyMeasure } from '#lib/measure.ts';
import { evaluation } from './evaluation/evaluation.ts';

const begun = measure(evaluation, {
  name: 'performance.evaluations-begun',
  title: '建立的绩效自评',
  basis: '当年建立的部门整体支出绩效自评份数，按建立时间',
  on: 'beganAt',
  by: 'region',
  where: (row) => row.lit(true),
});
const submitted = measure(evaluation, {
  name: 'performance.evaluations-submitted',
  title: '报送的绩效自评',
  basis: '当年报送财政且未退回的绩效自评份数，按报送时间',
  on: 'submittedAt',
  by: 'region',
  where: (row) => row.lit(true),
});
const published = measure(evaluation, {
  name: 'performance.evaluations-published',
  title: '公开的绩效自评',
  basis: '当年公开的绩效自评份数，按公开时间',
  on: 'publishedAt',
  by: 'region',
  where: (row) => row.lit(true),
});
const clean = measure(evaluation, {
  name: 'performance.evaluations-without-major-findings',
  title: '报送时没有主要问题的绩效自评',
  basis: '报送财政时系统核对没有主要问题的绩效自评份数，按报送时间',
  on: 'submittedAt',
  by: 'region',
  where: (row) => row('row.majorFindings', '=', 0),
});

export const measures: readonly AnyMeasure[] = [
  begun,
  submitted,
  published,
  clean,
  rate({
    name: 'performance.clean-rate',
    title: '自评无主要问题率',
    basis: '报送时没有主要问题的份数 ÷ 报送份数',
    numerator: clean,
    denominator: submitted,
  }),
];
