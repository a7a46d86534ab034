import { sql, type RawBuilder } from 'kysely';
import { snake } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import { measuredColumns, type Measure } from '#lib/measure.ts';
import { dayOf, isCounted, placeOf } from './predicate.ts';

const typeOf = (noun: Noun, column: string): string => noun.columns[column]?.sql ?? 'text';

const SIDES = sql`cross join lateral jsonb_to_recordset(e.changes) as c(noun text, id uuid, was jsonb, "is" jsonb)`;
const ofNouns = (nouns: readonly Noun[], which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`${which} and c.noun = any(${nouns.map((noun) => noun.name)}::text[])`;

/** What entries changed: measured columns before, with sign −1, and after, with +1. Two names no noun can have. */
const each = (nouns: readonly Noun[], which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ledger_change as materialized (
    select e.seq as entry_seq, s.entry_sign, c.noun, s.cols
      from ledger_entry e ${SIDES}
      cross join lateral (values (-1, c.was), (1, c."is")) as s(entry_sign, cols)
     where ${ofNouns(nouns, which)} and s.cols is not null)`;

/**
 * The same of a stretch as a whole: what a row was before its first entry and is after its last. What lies between cancels
 * out, for each entry begins where the one before it ended: four acts on a row within a second are one to count.
 */
const asWhole = (nouns: readonly Noun[], which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ledger_change as materialized (
    select h.entry_seq, s.entry_sign, h.noun, s.cols
      from (select e.seq as entry_seq, c.noun, c.was, c."is",
                   e.seq = min(e.seq) over of_row as is_first, e.seq = max(e.seq) over of_row as is_last
              from ledger_entry e ${SIDES}
             where ${ofNouns(nouns, which)}
            window of_row as (partition by c.noun, c.id)) as h
      cross join lateral (values (-1, h.was, h.is_first), (1, h."is", h.is_last)) as s(entry_sign, cols, is_end)
     where s.is_end and s.cols is not null)`;

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
 * place in the list. One reading of the entries for all of them. `more` narrows a measure's rows further, entry by entry;
 * without it the entries are taken as a whole.
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
  more?: (measure: Measure, i: number) => RawBuilder<unknown>,
): Moves {
  const nouns = [...new Set(measures.map((measure) => measure.noun))];
  const counted = measures.map(
    (
      measure,
      i,
    ) => sql`select ${sql.lit(i)}::integer as i, ${dayOf(measure)} as day, ${placeOf(measure)} as place,
        sum(row.entry_sign) as n
      from ${nameOf(measure.noun)} as row where ${isCounted(measure)} and ${more ? more(measure, i) : sql`true`}
     group by 2, 3 having sum(row.entry_sign) <> 0`,
  );
  return {
    parts: sql.join([(more ? each : asWhole)(nouns, which), ...nouns.map(rowsOf)], sql`, `),
    rows: sql.join(counted, sql` union all `),
  };
}
