import { measure } from '#lib/measure.ts';
import { share } from '../figures/counted.ts';
import { connection } from './connection.ts';

const done = measure(connection, {
  name: 'cases.utilities-done',
  title: '公用报装接通',
  basis: '当年接通的报装，按企业和种类逐项计；一次申请只计一件公用报装窗口受理，与此不同',
  on: 'endedAt',
  by: 'firm',
  where: (row) => row('row.state', '=', 'done'),
});
const kept = measure(connection, {
  name: 'cases.utilities-promise-kept',
  title: '公用报装承诺时限内接通',
  basis: '接通中不晚于该企业承诺期限的；等待用户施工、缴费的时间不计',
  on: 'endedAt',
  by: 'firm',
  where: (row) => row.and([row('row.state', '=', 'done'), row('row.isPromiseKept', '=', true)]),
});

export const utilityMeasures = [
  done,
  kept,
  share('utilities-promise-kept-rate', '公用报装承诺时限按时率', kept, done),
];
