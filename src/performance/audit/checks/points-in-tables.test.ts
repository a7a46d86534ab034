import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { Verdict } from '../audit.ts';
import { asGrid } from '../fixtures/layouts.ts';

const growth = (verdict: Verdict, rows: readonly (readonly string[])[]): readonly string[] =>
  auditDocument(asGrid(['某县2023年目标完成情况', { title: '完成情况', rows: rows.map((row) => [...row]) }]))
    .findings.filter((each) => each.kind === 'growth' && each.verdict === verdict)
    .map(({ b }) => b);
const HEAD = ['指标', '单位', '上年', '本年', '同比'];
const PIGS = ['生猪出栏', '万头', '20.0', '21.0', '5.0%'];
const EGGS = ['禽蛋产量', '吨', '4000', '4400', '10.0%'];

describe('what lies between two rates', () => {
  test.each([
    // 96.50 − 95.80 = 0.70; 91.30 − 89.60 = 1.70
    [['春秋两防免疫密度', '%', '95.80', '96.50', '+0.70个百分点']],
    [['粪污资源化利用率', '%', '89.60', '91.30', '+1.70个百分点']],
    [['粪污资源化利用率', '%', '89.60', '91.30', '1.70']],
    [['覆盖率', '', '82.0%', '85.5%', '3.5%']],
    // (85.5 − 82.0) ÷ 82.0 = 4.27
    [['覆盖率', '', '82.0%', '85.5%', '4.3%']],
  ])('%s accuses nobody', (row) => expect(growth('contradiction', [HEAD, PIGS, EGGS, row])).toEqual([]));

  test('but points are a difference', () =>
    expect(
      growth('contradiction', [HEAD, PIGS, EGGS, ['利用率', '%', '89.60', '91.30', '7.10个百分点']]),
    ).toEqual(['1.7']));
  test('and an amount has a rate', () =>
    expect(growth('contradiction', [HEAD, PIGS, EGGS, ['牛奶产量', '吨', '500', '600', '12.0%']])).toEqual([
      '20',
    ]));
});

describe('points of several rows', () => {
  test('are not added', () => {
    const audit = auditDocument(
      asGrid([
        '某县2023年造林通报',
        {
          title: '完成情况',
          rows: [
            ['乡镇', '造林（亩）', '比上年增减（百分点）'],
            ['甲镇', '100', '+1.3'],
            ['乙镇', '200', '+0.4'],
            ['丙镇', '300', '-0.7'],
            ['合计', '600', '+0.6'],
          ],
        },
      ]),
    );
    expect(audit.findings.filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
  });
});
