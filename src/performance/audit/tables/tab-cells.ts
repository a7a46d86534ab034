import type { ExtractedLine } from '#documents/extracted.ts';
import { runOnRows } from './run-on-rows.ts';
import { rawCell, type RawCell, type RawRow, type RawTable } from './raw.ts';

/**
 * The dump of a word processor: every cell on a line of its own that begins with a tab, a blank line after each row,
 * a lone tab for an empty cell, further lines of a cell without a tab.
 */
export function tabCells(lines: readonly ExtractedLine[]): readonly RawTable[] {
  const tables: RawTable[] = [];
  const empty = new Set(lines.filter(({ text }) => text.trim() === '').map(({ number }) => number));
  let rows: RawCell[][] = [];
  let row: RawCell[] = [];
  let from = 0;
  let to = 0;
  let blanks = 0;
  const endRow = (): void => {
    if (row.length > 0) rows.push(...runOnRows(row, (cell) => empty.has(cell.line)).map((each) => [...each]));
    row = [];
  };
  const endTable = (): void => {
    endRow();
    if (rows.length > 0) tables.push({ rows: rows satisfies RawRow[], title: '', from, to, known: false });
    rows = [];
  };
  for (const line of lines) {
    if (line.text.startsWith('\t')) {
      if (rows.length === 0 && row.length === 0) from = line.number;
      row.push(rawCell(line.text, line.number));
      to = line.number;
      blanks = 0;
    } else if (line.text.trim() === '') {
      blanks += 1;
      endRow();
    } else if (blanks === 0 && row.length > 0) {
      const last = row.pop();
      if (last) row.push({ ...last, text: `${last.text}\n${line.text.trim()}` });
      to = line.number;
    } else endTable();
  }
  endTable();
  return tables;
}

/** Is this text such a dump? Two cells running, at least, each with its own tab and no other. */
export function isTabCells(lines: readonly ExtractedLine[]): boolean {
  let alone = 0;
  let several = 0;
  for (const { text } of lines) {
    if (!text.includes('\t')) continue;
    if (text.startsWith('\t') && !text.includes('\t', 1)) alone += 1;
    else several += 1;
  }
  return alone >= 6 && alone > several * 3;
}
