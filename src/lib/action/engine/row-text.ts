import { instant } from '#lib/db/values.ts';
import type { Noun, Row } from '../noun.ts';
import { planOf } from './plan.ts';
import { recordFields } from './record-text.ts';
import { storedColumns, type Stored } from './rows.ts';

const selections = new WeakMap<Noun, string>();

/** The stored columns of `r` in their order, under the names rows have. */
function selectionOf(noun: Noun): string {
  const known = selections.get(noun);
  if (known !== undefined) return known;
  const made = storedColumns(noun)
    .map(({ name, sql }) => `r.${sql} as "${name}"`)
    .join(', ');
  selections.set(noun, made);
  return made;
}

/**
 * Selects rows of a noun (`r`) as one text each in a column `row`: of eighty columns the driver would describe, part and
 * name every one. `rest` begins with the condition or order: `where r.id = $1`; `more` are further columns, which may ask
 * for `x.id`.
 */
export const selectRows = (noun: Noun, rest: string, more = ''): string =>
  `select x::text as row${more} from (select ${selectionOf(noun)} from ${noun.table} r ${rest}) x`;

/** A field as the value that rows have. */
function valueOf(type: Stored['type'], text: string): unknown {
  if (type === 'timestamptz') return instant(text);
  if (type === 'jsonb') return JSON.parse(text);
  if (type === 'integer') return Number(text);
  return type === 'boolean' ? text === 't' : text;
}

/** The row that `selectRows` wrote. */
export function readRow(noun: Noun, record: Readonly<Record<string, unknown>>): Row {
  const { blank, stored } = planOf(noun);
  const fields = recordFields(record['row'] as string);
  const row: Record<string, unknown> = { ...blank };
  for (let n = 0; n < stored.length; n++) {
    const field = fields[n]!;
    if (field !== null) row[stored[n]!.name] = valueOf(stored[n]!.type, field);
  }
  return row as unknown as Row;
}
