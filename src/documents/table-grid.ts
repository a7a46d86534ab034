import type { ExtractedCell, ExtractedTable } from './extracted.ts';

export interface Span {
  readonly rows: number;
  readonly columns: number;
  /** Word's way of merging down: this cell belongs to the one above it, and its own text is not shown. */
  readonly continues: boolean;
  /** Grid columns left free before the cell. */
  readonly skip: number;
  /** Where the format says the grid column itself. */
  readonly column?: number;
}

interface OpenCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  line: number;
  text: string[];
}

/** A table while it is read: cells come row by row and fall into the first free grid column, as in HTML. */
export interface Grid {
  /** `at`: where the format says the grid row itself. */
  readonly openRow: (at?: number) => void;
  readonly openCell: (span: Span, line: number) => void;
  readonly closeCell: () => void;
  readonly write: (text: string) => void;
  readonly isHidden: () => boolean;
  readonly isEmptyCell: (lines: number) => boolean;
  /** The finished table, or nothing when it has no cell. */
  readonly close: (lastLine: number) => ExtractedTable | undefined;
}

// HTML's own caps; they also bound what a hostile file can make us mark.
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
// As wide as a spreadsheet can be; what stands beyond it keeps no place free below.
const WIDEST = 16_384;

export function openGrid(name: string, from: number): Grid {
  const cells: OpenCell[] = [];
  /** Per column: the first row that is free again, and the cell that last began there. */
  const freeFrom: number[] = [];
  const last: (OpenCell | undefined)[] = [];
  let row = -1;
  let column = 0;
  let current: OpenCell | undefined;
  let hidden = false;

  const place = (span: Span, line: number): OpenCell => {
    while ((freeFrom[column] ?? 0) > row) column += 1;
    const cell = { row, column, ...boundedSpan(span), line, text: [] };
    column += cell.columnSpan;
    if (column > WIDEST) return cell;
    freeFrom.length = Math.max(freeFrom.length, column);
    freeFrom.fill(row + cell.rowSpan, cell.column, column);
    return cell;
  };

  return {
    openRow: (at = row + 1) => {
      row = Math.max(row, at);
      column = 0;
    },
    openCell: (span, line) => {
      if (row < 0) row = 0;
      column = span.column ?? column + Math.min(span.skip, MOST_COLUMNS);
      const above = span.continues ? last[column] : undefined;
      if (above && above.row + above.rowSpan === row) {
        above.rowSpan += 1;
        column += above.columnSpan;
        hidden = true;
        return;
      }
      current = place(span, line);
      last[current.column] = current;
      cells.push(current);
    },
    closeCell: () => {
      current = undefined;
      hidden = false;
    },
    write: (text) => void current?.text.push(text),
    isHidden: () => hidden,
    isEmptyCell: (lines) => current !== undefined && current.line > lines,
    close: (to) => (cells.length === 0 ? undefined : finish({ name, from, to, rows: row + 1 }, cells)),
  };
}

const boundedSpan = ({ rows, columns }: Span) => ({
  rowSpan: Math.max(1, Math.min(rows, MOST_ROWS)),
  columnSpan: Math.max(1, Math.min(columns, MOST_COLUMNS)),
});

function finish(
  table: { name: string; from: number; to: number; rows: number },
  open: readonly OpenCell[],
): ExtractedTable {
  const cells: ExtractedCell[] = open.map((cell) => ({
    ...cell,
    text: cell.text.join('\n').trim(),
    // A span that promises more rows than the table has ends with the table.
    rowSpan: Math.min(cell.rowSpan, table.rows - cell.row),
  }));
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return { ...table, cells, columns };
}
