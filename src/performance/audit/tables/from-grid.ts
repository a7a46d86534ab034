import type { ExtractedLine, ExtractedTable } from '#documents/extracted.ts';
import type { RawCell, RawTable } from './raw.ts';

/** A real grid (docx, xlsx, html): spans are known. */
export function fromGrid(table: ExtractedTable, lines: readonly ExtractedLine[]): RawTable {
  return {
    rows: rowsOf(table),
    title: table.name || titleAbove(lines, table.from),
    from: table.from,
    to: table.to,
    known: true,
  };
}

// One cell at the end of a sheet makes a million rows; beyond this, rows without a cell are left out.
const MOST_EMPTY = 20_000;

function rowsOf({ rows, cells }: ExtractedTable): readonly RawCell[][] {
  const found = new Map<number, RawCell[]>();
  if (rows <= cells.length + MOST_EMPTY) for (let at = 0; at < rows; at += 1) found.set(at, []);
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const row = found.get(cell.row);
    if (row) row.push(cell);
    else found.set(cell.row, [cell]);
  }
  return [...found.values()];
}

/** The nearest short line above a table: a caption, or a unit line with the caption above it. */
export function titleAbove(lines: readonly ExtractedLine[], from: number): string {
  const found: string[] = [];
  for (let at = from - 2; at >= 0 && at >= from - 7 && found.length < 2; at -= 1) {
    const text = lines[at]?.text.trim() ?? '';
    if (text === '') continue;
    if (text.length > 50 || /[。；]$/.test(text)) break;
    found.unshift(text);
    if (!/单位[:：]/.test(text)) break;
  }
  return found.join(' ');
}
