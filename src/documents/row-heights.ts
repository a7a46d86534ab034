import type { Sheet } from './workbook.ts';

const LINE_POINTS = 15;
const TALLEST = 400;

/** Excel does not fit the height of merged or wrapped rows by itself when it opens a file, so we estimate. */
export function rowHeights(sheet: Sheet): readonly number[] {
  const heights = sheet.rows.map(() => LINE_POINTS + 5);
  sheet.rows.forEach((cells, row) => {
    for (const cell of cells) {
      const span = cell.rowSpan ?? 1;
      const size = cell.isTitle ? 1.6 : 1;
      const room = sheet.widths
        .slice(cell.column, cell.column + (cell.columnSpan ?? 1))
        .reduce((sum, width) => sum + width, 0);
      const needed = linesOf(cell.text, (room - 1) / size) * LINE_POINTS * size + 5;
      const last = row + span - 1;
      const given = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
      if (needed > given) heights[last] = Math.min(TALLEST, (heights[last] ?? 0) + needed - given);
    }
  });
  return heights;
}

function linesOf(text: string, room: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, room))), 0);
}

/** Chinese characters are twice as wide as Latin ones. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
