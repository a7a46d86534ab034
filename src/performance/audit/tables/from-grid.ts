import type { ExtractedLine, ExtractedTable } from '#documents/extracted.ts';
import type { RawCell, RawTable } from './raw.ts';

/** A real grid (docx, xlsx, html): spans are known. */
export function fromGrid(table: ExtractedTable, lines: readonly ExtractedLine[]): RawTable {
  const rows: RawCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return {
    rows,
    title: table.name || titleAbove(lines, table.from),
    from: table.from,
    to: table.to,
    known: true,
  };
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
