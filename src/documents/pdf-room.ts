import { layOut, textOfRuns } from './paper-layout.ts';
import type { Cell, PaperTable } from './paper.ts';

const FONT = 9.5;
/** Noto Sans SC's own height of a line is 1.448 times its size. */
const LINE_HEIGHT = 1.2;
const LINE = FONT * 1.448 * LINE_HEIGHT;
const PADDING = { across: 4, down: 2 } as const;
const RULE = 0.5;

/** How a table's cells are set, in points. */
export const cellSetting = { font: FONT, lineHeight: LINE_HEIGHT, padding: PADDING, rule: RULE } as const;

/** About how many lines a cell's words take, wrapped at `room` points. */
function linesOf(cell: Cell, room: number): number {
  return textOfRuns(cell.runs)
    .split('\n')
    .reduce((sum, line) => {
      const wide = line.match(/[\u2e80-\uffef]/g)?.length ?? 0;
      const width = (wide + (line.length - wide) * 0.58) * FONT;
      return sum + Math.max(1, Math.ceil(width / Math.max(FONT, room - (room % FONT))));
    }, 0);
}

export interface TableRoom {
  /** About how high each row is, in points; what a spanned cell needs more is its last row's. */
  readonly heights: readonly number[];
  /** How far down a spanned cell of the head begins so that it stands in the middle of its rows. */
  readonly lead: (cell: Cell, row: number, column: number) => number;
}

/** pdfmake cannot say how high a row will be before it has set it, so we reckon. `widths` are of the columns' words. */
export function tableRoom(table: PaperTable, widths: readonly number[]): TableRoom {
  const between = 2 * PADDING.across + RULE;
  const heightOf = (cell: Cell, column: number): number => {
    const own = widths.slice(column, column + cell.columnSpan);
    const room = own.reduce((sum, width) => sum + width, (own.length - 1) * between);
    return linesOf(cell, room) * LINE + 2 * PADDING.down + RULE;
  };
  const heights = table.rows.map(() => LINE + 2 * PADDING.down + RULE);
  const given = (row: number, span: number): number =>
    heights.slice(row, row + span).reduce((sum, height) => sum + height, 0);
  const placed = layOut(table).flat();
  for (const { cell, row, column } of placed.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const missing = heightOf(cell, column) - given(row, cell.rowSpan);
    if (missing > 0) heights[row + cell.rowSpan - 1]! += missing;
  }
  return {
    heights,
    lead: (cell, row, column) => Math.max(0, (given(row, cell.rowSpan) - heightOf(cell, column)) / 2),
  };
}
