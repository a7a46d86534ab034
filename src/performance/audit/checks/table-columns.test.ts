import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { DocumentSpec } from '../fixtures/document.ts';
import { asGrid, asOnePerLine, asTabbedRows } from '../fixtures/layouts.ts';

/** Cars of 9.00 are detailed below themselves; 9.00 + 2.50 = 11.50, last year 10.00 + 3.00 = 13.00, budget 9.50 + 3.00 = 12.50. */
const report = (total: string): DocumentSpec => [
  '某县水务局2023年度部门整体支出绩效自评报告',
  `“三公”经费支出${total}万元。`,
  {
    title: '“三公”经费支出表（单位：万元）',
    rows: [
      ['项目', '2022年决算数', '2023年预算数', '2023年决算数'],
      ['合计', '13.00', '12.50', total],
      ['因公出国（境）费', '0', '0', '0'],
      ['公务接待费', '3.00', '3.00', '2.50'],
      ['公务用车购置及运行维护费', '10.00', '9.50', '9.00'],
      ['其中：公务用车购置费', '0', '0', '0'],
      ['公务用车运行维护费', '10.00', '9.50', '9.00'],
    ],
  },
];
test('the year and the whole of the final accounts are two sums', () => {
  // 900 + 30 carried in = 930; 890 + 40 left = 930.
  const { findings } = auditDocument(
    asGrid([
      '某县水务局2023年度部门决算报告',
      {
        title: '收入支出决算总表（单位：万元）',
        rows: [
          ['收入项目', '金额', '支出项目', '金额'],
          ['本年收入合计', '900.00', '本年支出合计', '890.00'],
          ['上年结转', '30.00', '年末结转', '40.00'],
          ['收入总计', '930.00', '支出总计', '930.00'],
        ],
      },
    ]),
  );
  expect(findings.filter(({ kind }) => kind === 'equal')).toEqual([]);
});

const accused = (extracted: Parameters<typeof auditDocument>[0]) =>
  auditDocument(extracted).findings.filter(({ verdict }) => verdict === 'contradiction');

test.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
  ['one cell per line', asOnePerLine],
])('a total over rows of which one is detailed below itself holds: %s', (_, layout) => {
  expect(accused(layout(report('11.50')))).toEqual([]);
});

test.each([
  ['a grid', asGrid],
  ['tabbed rows', asTabbedRows],
])('and is found where it is wrong: %s', (_, layout) => {
  expect(accused(layout(report('12.50')))).toContainEqual(
    expect.objectContaining({ kind: 'sum', a: '12.5', b: '11.5' }),
  );
});
