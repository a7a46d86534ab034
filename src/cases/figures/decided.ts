import { sum, type Measure } from '#lib/measure.ts';
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
  basis: '作出决定中不晚于法定期限的；特别程序的时间依法不计，中止的照计',
  where: (row) => row('row.isOnTime', '=', true),
});
/** A late case is not taken out of the reckoning by ending it. */
const endedLate = counted('endedAt', {
  name: 'ended-late',
  title: '超过法定时限后终止或撤回',
  basis: '受理后未作决定而终止或撤回、当时已超过法定期限的，按终结时间',
  where: (row) =>
    row.and([
      row('row.isOnTime', '=', false),
      row('row.outcome', 'in', ['not-supplied', 'false-promise', 'terminated', 'withdrawn']),
    ]),
});
const due = sum({
  name: 'cases.due',
  title: '应按法定时限决定',
  basis: '作出决定的，加超过法定时限后终止或撤回的',
  plus: [decided, endedLate],
});
const handedOver = counted('completedAt', {
  name: 'delivered',
  title: '送达（有期限的）',
  basis: '当年送达、应自决定之日起十日内颁发送达的（行政许可法第四十四条），按送达办结时间',
  where: (row) => row('row.isDeliveredInTime', 'is not', null),
});
const inTime = counted('completedAt', {
  name: 'delivered-in-time',
  title: '法定期限内送达',
  basis: '送达中自决定之日起十日内送达的（行政许可法第四十四条）',
  where: (row) => row('row.isDeliveredInTime', '=', true),
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
  endedLate,
  due,
  share('on-time-rate', '法定时限按时率', onTime, due),
  inTime,
  handedOver,
  share('delivered-in-time-rate', '法定期限内送达率', inTime, handedOver),
  promiseKept,
  share('promise-kept-rate', '承诺时限按时率', promiseKept, decided),
  extended,
  completed,
  revoked,
];
