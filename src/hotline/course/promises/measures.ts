import { measure, rate } from '#lib/measure.ts';
import { promise } from './promise.ts';

const AXES = { on: 'promisedOn', by: 'unit' } as const;

const due = measure(promise, {
  ...AXES,
  name: 'hotline.promises-due',
  title: '到期承诺',
  basis: '答复中承诺的事项，按承诺日期（改期后的日期）；随工单取消的不计',
  where: (row) => row('row.state', '!=', 'dropped'),
});
const kept = measure(promise, {
  ...AXES,
  name: 'hotline.promises-kept',
  title: '按期兑现的承诺',
  basis: '到期承诺中在承诺日期当日或以前兑现的',
  where: (row) => row('row.state', '=', 'kept'),
});
const postponed = measure(promise, {
  ...AXES,
  name: 'hotline.promises-postponed',
  title: '改过期的承诺',
  basis: '到期承诺中改过期的',
  where: (row) => row('row.postponements', '>', 0),
});

export const promiseMeasures = [
  due,
  kept,
  postponed,
  rate({
    name: 'hotline.promise-keeping-rate',
    title: '承诺兑现率',
    basis: '按期兑现的承诺 / 到期承诺',
    numerator: kept,
    denominator: due,
  }),
];
