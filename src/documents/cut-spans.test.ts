import { expect, test } from 'vitest';
import { cutSpans, spannedRows } from './cut-spans.ts';
import { cell, headCell, table } from './paper.ts';
import { textOfRuns } from './paper-layout.ts';

const groups = table('表', { columns: [1, 1, 1] }, [
  [headCell('一级'), headCell('二级'), headCell('三级')],
  [cell('甲', { rowSpan: 3 }), cell('子', { rowSpan: 2 }), cell('1')],
  [cell('2')],
  [cell('丑'), cell('3')],
]);
const shown = ({ rows }: typeof groups) =>
  rows.map((row) => row.map(({ runs, rowSpan }) => `${textOfRuns(runs)}×${rowSpan}`).join(' '));

test('a span is cut where a page begins: words above, a blank below', () => {
  expect(shown(cutSpans(groups, new Set([2])))).toEqual([
    '一级×1 二级×1 三级×1',
    '甲×1 子×1 1×1',
    '×2 ×1 2×1',
    '丑×1 3×1',
  ]);
  expect(shown(cutSpans(groups, new Set([3])))).toEqual([
    '一级×1 二级×1 三级×1',
    '甲×2 子×2 1×1',
    '2×1',
    '×1 丑×1 3×1',
  ]);
});

test('only rows inside a span cut one', () => {
  expect([...spannedRows(groups)].toSorted()).toEqual([2, 3]);
  expect(cutSpans(groups, new Set([1]))).toEqual(groups);
});
