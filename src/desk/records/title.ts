import type { NounShown, Row } from '#desk/api/program.ts';

/** What a record is called: its name, title or whose it is; its number when it has none of these. */
export function rowTitle(noun: Pick<NounShown, 'columns'>, row: Row): string {
  const named = ['name', 'title', 'organisationName', 'unit'].find(
    (column) => column in noun.columns && typeof row[column] === 'string' && row[column] !== '',
  );
  return named === undefined ? row.number : String(row[named]);
}
