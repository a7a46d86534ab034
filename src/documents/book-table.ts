import type { ExtractedTable } from './extracted.ts';
import { underHeadings, type Grid, type Headed, type Knows } from './headings.ts';

/** What is merged over several rows (合并单元格) is said of each of them. */
function gridOf(table: ExtractedTable): Grid {
  const cells = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''));
  for (const { row, column, rowSpan, text } of table.cells)
    for (const each of cells.slice(row, row + rowSpan)) each[column] = text;
  return cells.map((row, index) => ({ row: index + 1, cells: row }));
}

/** The list that a workbook is about, or the names of several sheets that could all be meant. */
export type BookTable = { readonly list: Headed } | { readonly alike: readonly string[] };

interface Sheet extends Headed {
  readonly name: string;
  readonly named: ReadonlySet<string>;
}
const sizeOf = ({ rows, named }: Sheet): number => rows.length * named.size;

/** A table of fewer columns explains: a legend, a list to choose from. */
const OF_A_LIST = 4;
/** Whether a sheet beside the list is another part of it: its headings are known, are the same, or are gone and it is as wide. */
function isPart(sheet: Sheet, list: Sheet, knows: Knows): boolean {
  const common = [...list.named].filter((each) => sheet.named.has(each)).length;
  const isAsWide = sheet.named.size === list.named.size && list.named.size >= OF_A_LIST;
  return knows(sheet.headings) || common * 2 >= list.named.size || isAsWide;
}

/**
 * The largest table of a workbook: the sheets beside it explain. One that is another part of the list (a sheet a month)
 * explains nothing: then none is chosen. `tables` must not be empty.
 */
export function bookTable(tables: readonly ExtractedTable[], knows: Knows): BookTable {
  const sheets = tables.map((table): Sheet => {
    const headed = underHeadings(gridOf(table), knows);
    return { ...headed, name: table.name, named: new Set(headed.headings.filter(Boolean)) };
  });
  const known = sheets.filter(({ headings }) => knows(headings));
  const list = (known.length > 0 ? known : sheets).reduce((most, each) =>
    sizeOf(each) > sizeOf(most) ? each : most,
  );
  const parts = sheets.filter((each) => each === list || (each.rows.length > 0 && isPart(each, list, knows)));
  return parts.length > 1 ? { alike: parts.map(({ name }) => name) } : { list };
}
