import { instant } from '#lib/db/values.ts';
import type { Noun, Row } from '../noun.ts';
import { storedColumns } from './rows.ts';

const selections = new WeakMap<Noun, string>();

/** The stored columns of `r` under the names rows have; 64-bit numbers as text, which JSON would round. */
function selectionOf(noun: Noun): string {
  const known = selections.get(noun);
  if (known !== undefined) return known;
  const made = storedColumns(noun)
    .map(({ name, sql, type }) => `r.${sql}${type === 'bigint' ? '::text' : ''} as "${name}"`)
    .join(', ');
  selections.set(noun, made);
  return made;
}

/**
 * Selects rows of a noun (`r`) as JSON in a column `row`, one value each: of eighty columns the driver would describe,
 * part and name every one. `rest` begins with the condition or order: `where r.id = $1`; `more` are further columns, which
 * may ask for `x.id`.
 */
export const selectRows = (noun: Noun, rest: string, more = ''): string =>
  `select row_to_json(x)::text as row${more} from (select ${selectionOf(noun)} from ${noun.table} r ${rest}) x`;

/** The row that `selectRows` wrote: its instants as everywhere, all else as it stands. */
export function readRow(noun: Noun, record: Readonly<Record<string, unknown>>): Row {
  const row = JSON.parse(record['row'] as string) as Record<string, unknown>;
  for (const { name, type } of storedColumns(noun))
    if (type === 'timestamptz' && row[name] !== null) row[name] = instant(row[name] as string);
  return row as unknown as Row;
}
