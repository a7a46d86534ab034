import type { Bands, PerCase, States } from '../../rules/index.ts';
import { band, metric } from '../build.ts';

/* The longer rules of the Yueyang form of 2020, as data. */

export const prioritySpending: Bands = {
  kind: 'bands',
  metric: metric('priority-spending', '重点支出安排率'),
  bands: [
    band('[90,', '5'),
    band('[80,90)', '4'),
    band('[70,80)', '3'),
    band('[60,70)', '2'),
    band(',60)', '0'),
  ],
  full: '5',
};
export const adjustment: Bands = {
  kind: 'bands',
  metric: metric('budget-adjustment', '预算调整率'),
  bands: [
    band('[0,0]', '3'),
    band('(0,10]', '2'),
    band('(10,20]', '1'),
    band('(20,30]', '0.5'),
    band('(30,', '0'),
  ],
  full: '3',
};
export const satisfaction: Bands = {
  kind: 'bands',
  metric: metric('satisfaction', '满意度'),
  bands: [band('[95,', '5'), band('[85,95)', '3'), band('[75,85)', '1'), band(',75)', '0')],
  full: '5',
};
export const disbursement: PerCase = {
  kind: 'perCase',
  cases: [
    {
      verb: '出现',
      text: '专项未按进度完成资金下达',
      perUnit: '0.5',
      unit: '个',
      sign: -1,
      metric: metric('disbursement.lateFunds', '未按进度下达的专项数', 'count'),
    },
  ],
  counts: 'measured',
  about: ['春节前下达全部专项资金的50%', '6月底前下达全部专项资金'],
  full: '3',
  floor: '0',
};
const yearEnd = metric('surplus.yearEnd', '年末结余', 'wanyuan');
const carriedIn = metric('surplus.carriedIn', '上年结转', 'wanyuan');
export const surplus: States = {
  kind: 'states',
  states: [
    { text: '无结余', points: '3', when: [{ left: yearEnd, op: '=', right: { v: '0' } }] },
    {
      text: '有结余，但不超过上年结转',
      points: '2',
      when: [
        { left: yearEnd, op: '>', right: { v: '0' } },
        { left: yearEnd, op: '<=', right: { metric: carriedIn } },
      ],
    },
    {
      text: '结余超过上年结转',
      points: '0',
      when: [{ left: yearEnd, op: '>', right: { metric: carriedIn } }],
    },
  ],
  full: '3',
};
