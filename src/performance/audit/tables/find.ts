import type { Extracted } from '#documents/extracted.ts';
import { buildTables } from './build.ts';
import { delimited } from './delimited.ts';
import { fromGrid } from './from-grid.ts';
import { onePerLine } from './one-per-line.ts';
import type { RawTable } from './raw.ts';
import { sheetPerLine } from './sheet-per-line.ts';
import { segmentsOf } from './segment.ts';
import { isTabCells, tabCells } from './tab-cells.ts';
import type { Table } from './table.ts';

export interface FoundTables {
  readonly tables: readonly Table[];
  /** The stretches of lines they take. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

/** Every table of a document: real grids where the format has them, else found in the lines. */
export function findTables(extracted: Extracted): FoundTables {
  const raw = rawTables(extracted);
  const tables = raw.flatMap((each) => segmentsOf(each).flatMap(buildTables));
  return { tables, ranges: raw.map(({ from, to }) => ({ from, to })) };
}

function rawTables(extracted: Extracted): readonly RawTable[] {
  const { lines, tables } = extracted;
  if (tables.length > 0) return tables.map((table) => fromGrid(table, lines));
  const first = isTabCells(lines) ? tabCells(lines) : [];
  const taken = takenBy(first);
  const second = delimited(lines, taken);
  if (first.length > 0) return [...first, ...second].sort((a, b) => a.from - b.from);
  const sheets = sheetPerLine(lines, takenBy([...first, ...second]));
  const third = onePerLine(lines, takenBy([...second, ...sheets]));
  return [...second, ...sheets, ...third].sort((a, b) => a.from - b.from);
}

function takenBy(tables: readonly RawTable[]): (line: number) => boolean {
  const taken = new Set<number>();
  for (const table of tables) for (let line = table.from; line <= table.to; line += 1) taken.add(line);
  return (line) => taken.has(line);
}
