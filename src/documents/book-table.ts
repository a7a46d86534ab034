import type { ExtractedTable } from './extracted.ts';
import { underHeadings, type Grid } from './headings.ts';

function gridOf(table: ExtractedTable): Grid {
  const cells = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''));
  for (const cell of table.cells) cells[cell.row]![cell.column] = cell.text;
  return cells.map((row, index) => ({ row: index + 1, cells: row }));
}

/** The table that a workbook is about, or the names of several that could all be meant. */
export type BookTable = { readonly grid: Grid } | { readonly alike: readonly string[] };

/**
 * The largest table of a workbook: the sheets beside it explain. One that has rows under half of the same headings or more
 * explains nothing, it is another part of the list (a sheet a month): then none is chosen. `tables` must not be empty.
 */
export function bookTable(tables: readonly ExtractedTable[]): BookTable {
  const sheets = tables.map((table) => {
    const grid = gridOf(table);
    const { headings, rows } = underHeadings(grid);
    return { name: table.name, grid, rows, headings: new Set(headings.filter((each) => each !== '')) };
  });
  const size = ({ rows, headings }: (typeof sheets)[number]): number => rows.length * headings.size;
  const largest = sheets.reduce((most, each) => (size(each) > size(most) ? each : most));
  const alike = sheets.filter(({ rows, headings }) => {
    const common = [...largest.headings].filter((each) => headings.has(each)).length;
    return rows.length > 0 && common * 2 >= largest.headings.size;
  });
  return alike.length > 1 ? { alike: alike.map(({ name }) => name) } : { grid: largest.grid };
}
