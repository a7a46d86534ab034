import { measure, rate, type AnyMeasure } from '#lib/measure.ts';
import { call } from './call.ts';

const STANDARD = '政府热线服务规范 GB/T 33358-2016';

const calls = measure(call, {
  name: 'hotline.calls',
  title: '来电量',
  basis: '已接通和未接通的来电，按呼入时间；仍在振铃的不计',
  on: 'arrivedAt',
  where: (row) => row('row.state', '!=', 'ringing'),
});
const answered = measure(call, {
  name: 'hotline.calls-answered',
  title: '接通量',
  basis: '由话务员接听了的来电，按呼入时间',
  on: 'arrivedAt',
  where: (row) => row('row.isAnswered', '=', true),
});
const within15 = measure(call, {
  name: 'hotline.calls-within-15-seconds',
  title: '15 秒内接通量',
  basis: `呼入后 15 秒（含）内接听的来电，按呼入时间；${STANDARD}`,
  on: 'arrivedAt',
  where: (row) => row('row.isWithin15', '=', true),
});
const givenUp = measure(call, {
  name: 'hotline.calls-given-up',
  title: '未接通来电',
  basis: '接听前挂断的来电，按呼入时间',
  on: 'arrivedAt',
  where: (row) => row('row.state', '=', 'given-up'),
});

/** Connection ≥ 95 %, answered within 15 s: both as the standard asks. 95 of 100 calls answered = 95 %. */
export const callMeasures: readonly AnyMeasure[] = [
  calls,
  answered,
  givenUp,
  within15,
  rate({
    name: 'hotline.connection-rate',
    title: '接通率',
    basis: `接通量 ÷ 来电量；${STANDARD}要求不低于 95%`,
    numerator: answered,
    denominator: calls,
  }),
  rate({
    name: 'hotline.within-15-seconds-rate',
    title: '15 秒接通率',
    basis: `15 秒内接通量 ÷ 接通量；${STANDARD}要求 15 秒内接听`,
    numerator: within15,
    denominator: answered,
  }),
];
