import { sql, type RawBuilder } from 'kysely';
import { snake } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { measuredColumns, type Measure } from '#lib/measure.ts';
import { dayOf, isCounted, placeOf } from './predicate.ts';

const typeOf = (noun: Noun, column: string): string => noun.columns[column]?.sql ?? 'text';

/** What entries changed: measured columns before, with sign −1, and after, with +1. Two names no noun can have. */
const changes = (nouns: readonly Noun[], which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ledger_change as materialized (
    select e.seq as entry_seq, s.entry_sign, c.noun, s.cols
      from ledger_entry e
      cross join lateral jsonb_to_recordset(e.changes) as c(noun text, was jsonb, "is" jsonb)
      cross join lateral (values (-1, c.was), (1, c."is")) as s(entry_sign, cols)
     where ${which} and s.cols is not null and c.noun = any(${nouns.map((noun) => noun.name)}::text[]))`;

const nameOf = (noun: Noun): RawBuilder<unknown> => sql.ref(`ledger_rows_${noun.table}`);

function rowsOf(noun: Noun): RawBuilder<unknown> {
  const columns = measuredColumns(noun);
  const typed = columns.map((name) => sql`${sql.raw(`"${name}"`)} ${sql.raw(typeOf(noun, name))}`);
  const renamed = columns.map((name) => sql`v.${sql.raw(`"${name}"`)} as ${sql.raw(`"${snake(name)}"`)}`);
  return sql`${nameOf(noun)} as materialized (
    select h.entry_seq, h.entry_sign, ${sql.join(renamed)}
      from ledger_change h cross join lateral jsonb_to_record(h.cols) as v(${sql.join(typed)})
     where h.noun = ${noun.name})`;
}

/**
 * How the entries for which `which` holds (about `e`) move each measure: rows (i, day, place, n), i being the measure's
 * place in the list. One reading of the entries for all of them. `more` narrows a measure's rows further.
 */
export interface Moves {
  /** For `with`. */
  readonly parts: RawBuilder<unknown>;
  /** For `from (…)`. */
  readonly rows: RawBuilder<unknown>;
}
export function moves(
  measures: readonly Measure[],
  which: RawBuilder<unknown>,
  more: (measure: Measure, i: number) => RawBuilder<unknown> = () => sql`true`,
): Moves {
  const nouns = [...new Set(measures.map((measure) => measure.noun))];
  const counted = measures.map(
    (
      measure,
      i,
    ) => sql`select ${sql.lit(i)}::integer as i, ${dayOf(measure)} as day, ${placeOf(measure)} as place,
        sum(row.entry_sign) as n
      from ${nameOf(measure.noun)} as row where ${isCounted(measure)} and ${more(measure, i)}
     group by 2, 3 having sum(row.entry_sign) <> 0`,
  );
  return {
    parts: sql.join([changes(nouns, which), ...nouns.map(rowsOf)], sql`, `),
    rows: sql.join(counted, sql` union all `),
  };
}
