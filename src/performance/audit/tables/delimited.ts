import type { ExtractedLine } from '#documents/extracted.ts';
import { fold } from '../text/fold.ts';
import { titleAbove } from './from-grid.ts';
import { rawCell, type RawRow, type RawTable } from './raw.ts';

type Split = (line: string) => readonly string[] | undefined;

const RULER = /^[\s|:+=-]{3,}$/;
const pipes: Split = (line) => {
  const bare = line.trim();
  if (!bare.includes('|') && !bare.includes('｜') && !bare.includes('│')) return undefined;
  const cells = bare.replace(/[｜│]/g, '|').replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.length >= 2 ? cells : undefined;
};
const tabs: Split = (line) => {
  const cells = line.replace(/[ \r]+$/, '').split('\t');
  return cells.length >= 2 ? cells : undefined;
};
const commas: Split = (line) => {
  if (/[，。；、]/.test(line)) return undefined;
  const cells = line.split(',');
  return cells.length >= 3 && cells.every((cell) => cell.length <= 24) ? cells : undefined;
};
const spaces: Split = (line) => {
  const bare = fold(line).trim();
  if (bare.length > 240 || /[。;]$/.test(bare)) return undefined;
  const cells = bare.split(/ {2,}/);
  return cells.length >= 2 && cells.every((cell) => cell.length <= 40) ? cells : undefined;
};

/** Tables whose rows are lines: pipes, tabs, commas, or columns aligned with spaces. */
export function delimited(
  lines: readonly ExtractedLine[],
  taken: (line: number) => boolean,
): readonly RawTable[] {
  const found: RawTable[] = [];
  const used = new Set<number>();
  for (const [split, least] of [
    [pipes, 2],
    [tabs, 2],
    [commas, 3],
    [spaces, 3],
  ] as const) {
    for (const table of runsOf(lines, split, (line) => taken(line) || used.has(line))) {
      if (table.rows.length < least || !isTable(table)) continue;
      for (let line = table.from; line <= table.to; line += 1) used.add(line);
      found.push(table);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function runsOf(
  lines: readonly ExtractedLine[],
  split: Split,
  taken: (line: number) => boolean,
): readonly RawTable[] {
  const tables: RawTable[] = [];
  let rows: RawRow[] = [];
  let from = 0;
  let to = 0;
  const end = (): void => {
    if (rows.length > 0) tables.push({ rows, title: titleAbove(lines, from), from, to, known: false });
    rows = [];
  };
  for (const line of lines) {
    const ruler = RULER.test(line.text) && rows.length > 0;
    const cells = ruler || taken(line.number) ? undefined : split(line.text);
    if (cells) {
      if (rows.length === 0) from = line.number;
      rows.push(cells.map((cell) => rawCell(cell, line.number)));
      to = line.number;
    } else if (!ruler) end();
  }
  end();
  return tables;
}

/** Rows of like length, at least two of them, or it is only punctuation. */
function isTable(table: RawTable): boolean {
  const widths = new Map<number, number>();
  for (const row of table.rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  return Math.max(...widths.values()) >= 2 || table.rows.length >= 4;
}
