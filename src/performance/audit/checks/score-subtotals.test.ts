import { describe, expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import { across, changed, down, type DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asTabbedRows } from '../fixtures/layouts.ts';

/** 10 + 9 = 19, 40 + 38.5 = 78.5; 19 + 78.5 = 97.5 */
const sheet: DocumentSpec = [
  '某县2023年度项目支出绩效自评报告',
  {
    title: '评分表',
    rows: [
      ['一级指标', '二级指标', '分值', '自评得分'],
      [down('决策', 3), '项目立项', '10', '10'],
      ['绩效目标', '10', '9'],
      ['小计', '20', '19'],
      [down('产出', 3), '改造户数', '40', '40'],
      ['验收合格率', '40', '38.5'],
      ['小计', '80', '78.5'],
      [across('合计', 2), '100', '97.5'],
    ],
  },
];

describe.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
] as const)('小计 in a score sheet printed as %s', (_, layout) => {
  const accused = (spec: DocumentSpec) =>
    auditDocument(layout(spec)).findings.filter(({ verdict }) => verdict === 'contradiction');

  test('is the sum of its rows', () => expect(accused(sheet)).toEqual([]));
  test.each([
    ['"78.5"', '"79.5"', { kind: 'sum', a: '79.5', b: '78.5' }],
    ['"80"', '"70"', { kind: 'sum', a: '70', b: '80' }],
  ])('and where it is not that is found: %s', (from, to, wanted) => {
    expect(accused(changed(sheet, from, to))).toContainEqual(expect.objectContaining(wanted));
  });
});
