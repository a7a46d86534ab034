import { expect, test } from 'vitest';
import { auditDocument } from '../audit-document.ts';

test('a column without a head says so, and what is taken off stands in brackets', () => {
  const grid = [
    ['单位', '合计', '', '退回'],
    ['东城', '90', '96', '-6'],
    ['西城', '75', '80', '-5'],
    ['南城', '58', '60', '-2'],
    ['合计', '224', '236', '-13'], // 223
  ];
  const lines = grid.map((cells, at) => ({ number: at + 1, text: cells.join('\t') }));
  const { findings } = auditDocument({ format: 'txt', lines, tables: [], unread: [] });
  const calcs = findings.map(({ calc }) => calc).join('\n');
  expect(calcs).not.toContain('合计的合计');
  expect(calcs).toContain('未命名列（第3列）');
  expect(calcs).toContain('+ 退回(-6)');
});
