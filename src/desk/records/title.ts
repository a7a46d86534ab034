import type { NounShown, Row } from '#desk/api/program.ts';

type Columns = Pick<NounShown, 'columns'>;
const NAMES = ['name', 'title', 'organisationName', 'unit'];

/** A row without a number of its own carries its id there, which nobody can read. */
export const hasNumber = (row: Pick<Row, 'id' | 'number'>): boolean => row.number !== row.id;

/** The columns that a row without a number is called by: its day, then its name. */
export function calledBy({ columns }: Columns): readonly string[] {
  const day = Object.keys(columns).find((name) => columns[name]!.type === 'date');
  const name = [...NAMES, 'label', 'subjectNumber'].find((each) => each in columns);
  return [day, name].filter((each) => each !== undefined);
}

/** Whose it is by an id alone says nothing to a reader. */
const isWord = ({ columns }: Columns, name: string): boolean => columns[name]!.type !== 'uuid';
const filled = (row: Row, name: string): boolean => typeof row[name] === 'string' && row[name] !== '';

/** What a record is called: its name, title or whose it is; its number when it has none of these. */
export function rowTitle(noun: Columns & Partial<Pick<NounShown, 'title'>>, row: Row): string {
  if (!hasNumber(row)) {
    const called = calledBy(noun).flatMap((name) => (filled(row, name) ? [String(row[name])] : []));
    return called.length > 0 ? called.join(' ') : (noun.title ?? '');
  }
  const named = NAMES.find((column) => column in noun.columns && isWord(noun, column) && filled(row, column));
  return named === undefined ? row.number : String(row[named]);
}

/** `JG2026000011 区财政局`: number and name, each once. */
export function rowLabel(noun: Parameters<typeof rowTitle>[0], row: Row): string {
  const title = rowTitle(noun, row);
  return !hasNumber(row) || title === row.number ? title : `${row.number} ${title}`;
}
