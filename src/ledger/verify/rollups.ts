import { sql, type RawBuilder } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import type { Measure } from '#lib/measure.ts';
import { marked } from '../count.ts';
import { readerOf } from '../fold.ts';
import { marksOf } from '../marks.ts';
import { dayOf, isCounted, placeOf, run } from '../predicate.ts';
import { moves } from '../signed-rows.ts';
import type { Faults } from './faults.ts';

/** What the records themselves say now, per measure, day and place. */
const recount = (measures: readonly Measure[]): RawBuilder<unknown> =>
  sql.join(
    measures.map(
      (
        measure,
        i,
      ) => sql`select ${sql.lit(i)}::integer as i, ${dayOf(measure)} as day, ${placeOf(measure)} as place,
          count(*) as n from ${sql.table(measure.noun.table)} as row where ${isCounted(measure)} group by 2, 3`,
    ),
    sql` union all `,
  );

/** Total − (records − what entries behind the mark moved), where it is not nothing; the worst of each measure. */
function differences(measures: readonly Measure[], lowest: number): RawBuilder<unknown> {
  const tail = moves(
    measures,
    sql`e.seq > ${lowest}::bigint`,
    (_measure, i) => sql`row.entry_seq > (select seq from ledger_marked where i = ${sql.lit(i)})`,
  );
  return sql`with ${marked(measures)}, ${tail.parts},
    parts as (select i, day, place, -n as n from (${recount(measures)}) as c
      union all select i, day, place, n from (${tail.rows}) as t
      union all select m.i, r.day, r.place, r.n from ledger_marked m
        join ledger_rollup r on r.measure = m.name and r.version = m.version),
    wrong as (select i, day, place, sum(n) as n from parts group by 1, 2, 3 having sum(n) <> 0)
    select distinct on (w.i) w.i, m.seq, w.day::text as day, w.place, w.n
      from wrong w join ledger_marked m on m.i = w.i order by w.i, w.day, w.place`;
}

/** Months whose total is not the sum of their days. */
const MONTHS = `select measure, version, month::text as month, place, sum(n) as n from (
    select measure, version, month, place, n from ledger_rollup_month
    union all select measure, version, day - (extract(day from day)::integer - 1), place, -n from ledger_rollup) as t
  group by 1, 2, 3, 4 having sum(n) <> 0 order by measure, month, place limit 100`;

async function checkMonths(
  query: Query,
  measures: readonly Measure[],
  { faults, head }: Checking,
): Promise<void> {
  for (const row of await query(MONTHS, [])) {
    const measure = measures.find((each) => each.name === row['measure'] && each.version === row['version']);
    if (!measure) continue;
    const excess = BigInt(row['n'] as string);
    const at = `${(row['month'] as string).slice(0, 7)}${row['place'] === '' ? '' : ` ${row['place'] as string}`}`;
    faults.note(
      Math.max(head, 1),
      `月度汇总与每日汇总不符：「${measure.title}」${at} ${excess > 0n ? `多 ${excess}` : `少 ${-excess}`}`,
    );
  }
}

interface Checking {
  readonly faults: Faults;
  /** The number of the last entry. */
  readonly head: number;
}

/**
 * The daily totals of every measure against the records, less what the entries behind its mark moved: the same sum as
 * when a figure is asked for, per day and place, counted in the database. Rows were compared with the ledger before; when
 * they or the entries are not to be believed, neither is a recount, and their own fault is what people must hear of.
 */
export async function checkRollups(
  query: Query,
  measures: readonly Measure[],
  { faults, head }: Checking,
): Promise<void> {
  if (measures.length === 0 || faults.first() !== null) return;
  const marks = await marksOf(query, measures.map(readerOf));
  const seqOf = (measure: Measure): number => marks.get(readerOf(measure)) ?? 0;
  for (const measure of measures)
    if (seqOf(measure) > head)
      faults.note(head + 1, `统计汇总与账本不符：「${measure.title}」的标记为 ${seqOf(measure)}`);
  for (const row of await run(query, differences(measures, Math.min(...measures.map(seqOf))))) {
    const at = `${row['day'] as string}${row['place'] === '' ? '' : ` ${row['place'] as string}`}`;
    const excess = BigInt(row['n'] as string);
    faults.note(
      Number(row['seq']) || Math.max(head, 1),
      `统计汇总与账本不符：「${measures[Number(row['i'])]!.title}」${at} ${excess > 0n ? `多 ${excess}` : `少 ${-excess}`}`,
    );
  }
  await checkMonths(query, measures, { faults, head });
}
