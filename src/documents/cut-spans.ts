import { layOut } from './paper-layout.ts';
import type { Cell, PaperTable } from './paper.ts';

/** The rows at which a cell that spans rows would be cut if a page began with the row. */
export const spannedRows = (table: PaperTable): ReadonlySet<number> =>
  new Set(
    layOut(table).flatMap((cells) =>
      cells.flatMap(({ cell, row }) => Array.from({ length: cell.rowSpan - 1 }, (_, at) => row + at + 1)),
    ),
  );

/**
 * The same table with no cell reaching over the rows `at`: a cell that did is several, of which the first keeps the
 * words and the others are blank, so that nothing is said twice.
 */
export function cutSpans(table: PaperTable, at: ReadonlySet<number>): PaperTable {
  const rows: (readonly [column: number, cell: Cell])[][] = table.rows.map(() => []);
  for (const { cell, row, column } of layOut(table).flat()) {
    const end = row + cell.rowSpan;
    const starts = [row, ...[...at].filter((each) => each > row && each < end).toSorted((a, b) => a - b)];
    starts.forEach((start, part) => {
      const rowSpan = (starts[part + 1] ?? end) - start;
      const blank = { runs: [{ text: '' }], isNumber: false };
      rows[start]!.push([column, { ...cell, ...(part === 0 ? {} : blank), rowSpan }]);
    });
  }
  const inOrder = rows.map((cells) => cells.toSorted(([a], [b]) => a - b).map(([, cell]) => cell));
  return { ...table, rows: inOrder };
}
