import { sql, type RawBuilder } from 'kysely';
import { withoutEndSql, type Column } from '#lib/action/column.ts';
import { recordFields } from '#lib/action/engine/record-text.ts';
import { storedColumns, type Stored } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { instant } from '#lib/db/values.ts';

/** What stands in a list of a column: of a person's the mask. */
function selectedAs({ sql: column }: Stored, of: Column<unknown> | undefined): string {
  if (of?.keeping !== 'personal') return column;
  const mask = `(${column} ->> 'mask')`;
  return of.isEndHidden ? withoutEndSql(mask) : mask;
}

type Write = (field: string) => string;
const quoted: Write = (field) => `"${field}"`;
/** How a field of this type stands in an answer: instants in UTC with milliseconds, whole numbers of 64 bits as text. */
const WRITES: Readonly<Record<Stored['type'], Write>> = {
  text: (field) => JSON.stringify(field),
  jsonb: (field) => JSON.stringify(field),
  uuid: quoted,
  date: quoted,
  bigint: quoted,
  integer: (field) => field,
  boolean: (field) => (field === 't' ? 'true' : 'false'),
  timestamptz: (field) => `"${instant(field)}"`,
};

interface Listed {
  readonly selection: RawBuilder<unknown>;
  /** What stands before a column's value, how its field is written, and the whole of it where there is none. */
  readonly columns: readonly { readonly before: string; readonly write: Write; readonly empty: string }[];
  /** The same of several empty ones in a row, by the first and the one after the last. */
  readonly gaps: Map<number, string>;
}
const listings = new WeakMap<Noun, Listed>();

/** The columns of a list. JSON and prose stay in the detail, secrets on the server. */
export function listedOf(noun: Noun): Listed {
  const known = listings.get(noun);
  if (known) return known;
  const shown = storedColumns(noun).filter(({ name, type }) => {
    const keeping = noun.columns[name]?.keeping;
    if (keeping === undefined) return ['id', 'number', 'version', 'state'].includes(name);
    return keeping === 'personal' || (keeping === 'plain' && type !== 'jsonb');
  });
  const selected = shown.map(
    (column) => `${selectedAs(column, noun.columns[column.name])} as "${column.name}"`,
  );
  const columns = shown.map(({ name, type }, n) => {
    const before = `${n === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    return { before, write: WRITES[type], empty: `${before}null` };
  });
  const made = { selection: sql.raw(selected.join(', ')), columns, gaps: new Map() };
  listings.set(noun, made);
  return made;
}

const MOST_COLUMNS = 1_000;
/** Columns `from` up to and without `to`, all empty: of a wide row there are many, and few different stretches. */
function gap({ columns, gaps }: Listed, from: number, to: number): string {
  const place = from * MOST_COLUMNS + to;
  const known = gaps.get(place);
  if (known !== undefined) return known;
  const made = columns
    .slice(from, to)
    .map(({ empty }) => empty)
    .join('');
  gaps.set(place, made);
  return made;
}

/** A row of a list as JSON, from its text. */
export function writtenRow(listed: Listed, text: string): string {
  const fields = recordFields(text);
  let json = '';
  let at = 0;
  for (let n = 0; n < fields.length; n++) {
    const field = fields[n]!;
    if (field === null) continue;
    const { before, write } = listed.columns[n]!;
    json += (at < n ? gap(listed, at, n) : '') + before + write(field);
    at = n + 1;
  }
  return `${json}${gap(listed, at, listed.columns.length)}}`;
}
