import { measure, rate, type Measure } from '#lib/measure.ts';
import { caseFile } from '../file/case-file.ts';

type Spec = Parameters<typeof measure<typeof caseFile>>[1];
/** Of what another system decided, by the department that decides. */
const decidedThere = ({
  name,
  title,
  basis,
  where,
}: Pick<Spec, 'name' | 'title' | 'basis' | 'where'>): Measure =>
  measure(caseFile, {
    name: `cases.elsewhere-${name}`,
    title,
    basis,
    on: 'decidedAt',
    by: 'department',
    where: (row) => row.and([row('row.isElsewhere', '=', true), where(row)]),
  });
const decided = decidedThere({
  name: 'decided',
  title: '外部系统办件：作出决定',
  basis: '外部系统办件中当年作出准予或不予决定的，按来源所述决定时间',
  where: (row) => row.lit(true),
});
const timed = decidedThere({
  name: 'timed',
  title: '外部系统办件：有时限的决定',
  basis: '外部系统办件的决定中本地事项写明时限的',
  where: (row) => row('row.isOnTime', 'is not', null),
});
const onTime = decidedThere({
  name: 'on-time',
  title: '外部系统办件：法定时限内决定',
  basis: '有时限的决定中不晚于法定期限的；按本地事项的时限计算，来源没有说明的中止不扣除',
  where: (row) => row('row.isOnTime', '=', true),
});
const promiseKept = decidedThere({
  name: 'promise-kept',
  title: '外部系统办件：承诺时限内决定',
  basis: '有时限的决定中不晚于承诺期限的；按本地事项的时限计算',
  where: (row) => row('row.isPromiseKept', '=', true),
});

/** Counted apart from our own, always. */
export const elsewhereMeasures = [
  decided,
  timed,
  onTime,
  rate({
    name: 'cases.elsewhere-on-time-rate',
    title: '外部系统办件：法定时限按时率',
    basis: `${onTime.title} ÷ ${timed.title}`,
    numerator: onTime,
    denominator: timed,
  }),
  promiseKept,
];
