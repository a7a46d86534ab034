import type { Measure } from '#lib/measure.ts';
import { countedBy, share, type Said } from './counted.ts';

/** By the department that decides, wherever the applicant stood. */
const counted = countedBy('department');
const decision = (said: Said): Measure => counted('decidedAt', said);

const decided = decision({
  name: 'decided',
  title: '作出决定',
  basis: '当年作出准予或不予决定的，按决定时间；事后撤销的仍计',
  where: (row) => row.lit(true),
});
const granted = decision({
  name: 'granted',
  title: '准予',
  basis: '作出决定中准予的',
  where: (row) => row('row.outcome', '=', 'granted'),
});
const refused = decision({
  name: 'refused',
  title: '不予',
  basis: '作出决定中不予的',
  where: (row) => row('row.outcome', '=', 'refused'),
});
const onTime = decision({
  name: 'on-time',
  title: '法定时限内决定',
  basis: '作出决定中不晚于法定期限的；特别程序、中止的时间依法不计',
  where: (row) => row('row.isOnTime', '=', true),
});
const promiseKept = decision({
  name: 'promise-kept',
  title: '承诺时限内决定',
  basis: '作出决定中不晚于承诺期限的',
  where: (row) => row('row.isPromiseKept', '=', true),
});
const extended = decision({
  name: 'extended',
  title: '经延期的决定',
  basis: '作出决定中经负责人批准延期过的（行政许可法第四十二条）',
  where: (row) => row('row.extendedAt', 'is not', null),
});
const completed = counted('completedAt', {
  name: 'completed',
  title: '办结',
  basis: '当年结果已送达的，按送达办结时间',
  where: (row) => row.lit(true),
});
const revoked = counted('revokedAt', {
  name: 'revoked',
  title: '撤销',
  basis: '当年撤销的决定，按撤销时间',
  where: (row) => row.lit(true),
});

export const decidedMeasures = [
  decided,
  granted,
  refused,
  onTime,
  share('on-time-rate', '法定时限按时率', onTime, decided),
  promiseKept,
  share('promise-kept-rate', '承诺时限按时率', promiseKept, decided),
  extended,
  completed,
  revoked,
];
