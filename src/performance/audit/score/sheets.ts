import type { Table } from '../tables/table.ts';
import { sheetColumns } from './columns.ts';
import { executionRows } from './execution.ts';
import { sheetFrom, type ScoreSheet, type SheetRow } from './sheet.ts';

/**
 * The score sheets of a document in order. A sheet that a page break cut in two is one sheet; the scored row of the
 * money table above belongs to the sheet below it.
 */
export function readScoreSheets(tables: readonly Table[]): readonly ScoreSheet[] {
  const sheets: ScoreSheet[] = [];
  let money: readonly SheetRow[] = [];
  for (const table of tables) {
    const execution = executionRows(table);
    const columns = execution.length > 0 ? undefined : sheetColumns(table);
    const sheet = columns && sheetFrom(table, columns);
    money = [...money, ...execution];
    if (!sheet || sheet.rows.length === 0) continue;
    const last = sheets.at(-1);
    if (last && !last.total && money.length === 0 && sameHeader(last.tables.at(-1), table))
      sheets[sheets.length - 1] = joined(last, sheet);
    else sheets.push({ ...sheet, rows: [...money, ...sheet.rows] });
    money = [];
  }
  return withTrailing(
    sheets.filter((sheet) => sheet.rows.length >= 2),
    money,
  );
}

/** The sheet a document is about: the one with most rows. */
export const mainSheet = (sheets: readonly ScoreSheet[]): ScoreSheet | undefined =>
  sheets.reduce<ScoreSheet | undefined>(
    (best, sheet) => (sheet.rows.length > (best?.rows.length ?? 0) ? sheet : best),
    undefined,
  );

const sameHeader = (a: Table | undefined, b: Table): boolean =>
  a !== undefined &&
  a.columns.map((column) => column.name).join('|') === b.columns.map((column) => column.name).join('|');

const joined = (first: ScoreSheet, second: ScoreSheet): ScoreSheet => ({
  tables: [...first.tables, ...second.tables],
  rows: [...first.rows, ...second.rows],
  total: second.total,
  lines: new Set([...first.lines, ...second.lines]),
});

/** Some forms put the money below the indicators. */
function withTrailing(sheets: readonly ScoreSheet[], money: readonly SheetRow[]): readonly ScoreSheet[] {
  const [only, ...others] = sheets;
  return only && others.length === 0 && money.length > 0
    ? [{ ...only, rows: [...only.rows, ...money] }]
    : sheets;
}
