import { countedBy, share } from '../figures/counted.ts';

const counted = countedBy('place');
const drawn = counted('afterCheckDrawnAt', {
  name: 'after-check-drawn',
  title: '抽中事后核查',
  basis: '当年从办结的、不实行受审分离的办件中抽中事后核查的，按抽取时间',
  where: (row) => row.lit(true),
});
const checked = counted('afterCheckedAt', {
  name: 'after-checked',
  title: '已事后核查',
  basis: '当年登记事后核查结论的，按核查时间',
  where: (row) => row.lit(true),
});
const faulty = counted('afterCheckedAt', {
  name: 'after-check-faulty',
  title: '事后核查存在问题',
  basis: '已事后核查中结论为存在问题的',
  where: (row) => row('row.isAfterCheckSound', '=', false),
});

/** What nobody looked at beforehand is looked at by lot. */
export const afterCheckMeasures = [
  drawn,
  checked,
  faulty,
  share('after-check-faulty-rate', '事后核查问题率', faulty, checked),
];
