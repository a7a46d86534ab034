import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';
import type { DocumentSpec } from '../fixtures/document.ts';
import { asGrid } from '../fixtures/layouts.ts';

const findings = (document: DocumentSpec) => auditDocument(asGrid(document)).findings;

/** 20 + 30 = 50 km, 98 + 153 = 251; 251 / 50 = 5.02 */
const roads = (line: readonly string[], total = '251'): DocumentSpec => [
  '某县2023年养护资金自评',
  {
    title: '养护资金使用情况',
    rows: [
      [...line],
      ['路线', '里程（公里）', '支出', '每公里支出'],
      ['金石线', '20', '98', '4.9'],
      ['河洲线', '30', '153', '5.1'],
      ['合计', '50', total, '5.02'],
    ],
  },
];

test.each([
  [['填报单位：某中心', '', '', '单位：公里、万元']],
  [['填报单位：某中心', '', '单位：万元', '']],
  [['填报单位：', '某中心', '2023年12月', '单位：万元']],
  [['编制：生产部', '', '', '金额单位：万元']],
])('the line %j above a table names no column', (line) => {
  expect(findings(roads(line)).filter(({ verdict }) => verdict !== 'consistent')).toEqual([]);
});
test('the columns below it keep their names', () => {
  // 98 + 153 = 251
  const [wrong] = findings(roads(['填报单位：某中心', '', '', '单位：万元'], '271')).filter(
    ({ verdict }) => verdict === 'contradiction',
  );
  expect(wrong?.calc).toContain('支出的合计271万元');
});
