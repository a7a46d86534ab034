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

const losses = (margin: string): readonly string[] =>
  auditDocument(
    asGrid([
      '2023年市属企业经营情况通报',
      {
        title: '经营情况',
        rows: [
          ['企业', '营业收入（万元）', '利润（万元）', '利润率'],
          ['甲公司', '20000', '1250', '6.25%'],
          ['乙公司', '16000', '800', '5.0%'],
          ['丙公司', '12500', '1000', '8.0%'],
          ['丁公司', '8000', '960', '12.0%'],
          ['戊公司', '28500', '-1950', margin],
        ],
      },
    ]),
  )
    .findings.filter(({ verdict }) => verdict === 'contradiction')
    .map(({ kind }) => kind);

describe('the rate of a loss', () => {
  // −1950 ÷ 28500 = −6.84 %
  test('is rounded as that of a gain', () => expect(losses('-6.8%')).toEqual([]));
  test('in both digits', () => expect(losses('-6.84%')).toEqual([]));
  test('and is held to its figures', () => expect(losses('-8.6%')).toEqual(['rate']));
});
