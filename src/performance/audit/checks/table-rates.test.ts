import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const rated = (mean: string, label = '平均'): readonly string[] =>
  auditDocument(
    asGrid([
      '2024年上半年政务服务评价情况通报',
      {
        title: '各区评价情况',
        rows: [
          ['区', '办件量', '主动评价数', '主动评价率'],
          ['甲区', '1000', '980', '98.00%'],
          ['乙区', '2000', '1900', '95.00%'],
          ['丙区', '4000', '3640', '91.00%'],
          [label, '2333', '2173', mean],
        ],
      },
    ]),
  )
    .findings.filter(({ kind, verdict }) => kind === 'rate' && verdict === 'contradiction')
    .map(({ b }) => b);

describe('the row of means', () => {
  // (98 + 95 + 91) ÷ 3 = 94.67; 2173 ÷ 2333 = 93.14
  test('may print the mean of the rates', () => expect(rated('94.67%')).toEqual([]));
  test('or the rate of its own counts', () => expect(rated('93.14%')).toEqual([]));
  test('and nothing else', () => expect(rated('96.67%')).toEqual(['93.14']));
  test('which no other row may', () => expect(rated('94.67%', '丁区')).toEqual(['93.14']));
});
