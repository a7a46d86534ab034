import { sql } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import type { Measure } from '#lib/measure.ts';
import type { Instant } from '#lib/time.ts';
import { assertWhole, AT_MOST, headOf, marksOf, moveMarks, takeTurn } from './marks.ts';
import { run } from './predicate.ts';
import { moves } from './signed-rows.ts';

const FOLDER = 'folder';
/** Each measure has its own mark, because a new one, or a new version, starts from the first entry. */
export const readerOf = ({ name, version }: Measure): string => `rollup:${name}@${version}`;

interface Stretch {
  readonly measures: readonly Measure[];
  readonly after: number;
  readonly upTo: number;
}

/** The measures that lag furthest behind, and how far they go now: not beyond the next ones, so that they meet. */
function nextStretch(
  measures: readonly Measure[],
  marks: ReadonlyMap<string, number>,
  head: number,
): Stretch | null {
  const seqOf = (measure: Measure): number => marks.get(readerOf(measure)) ?? 0;
  const after = Math.min(...measures.map(seqOf));
  const ahead = measures.map(seqOf).filter((seq) => seq > after);
  const upTo = Math.min(after + AT_MOST, head, ...ahead);
  return upTo > after ? { measures: measures.filter((each) => seqOf(each) === after), after, upTo } : null;
}

async function addUp(query: Query, { measures, after, upTo }: Stretch): Promise<void> {
  const { parts, rows } = moves(measures, sql`e.seq > ${after}::bigint and e.seq <= ${upTo}::bigint`);
  const moved = await run(
    query,
    sql`with ${parts} select i, day, place, sum(n) as n from (${rows}) as m group by 1, 2, 3 having sum(n) <> 0`,
  );
  if (moved.length === 0) return;
  await keepTotals(query, measures, moved);
}

/** The days' totals, and the months': both in the folder's transaction. */
async function keepTotals(
  query: Query,
  measures: readonly Measure[],
  moved: Awaited<ReturnType<typeof run>>,
): Promise<void> {
  const of = (row: Readonly<Record<string, unknown>>): Measure => measures[row['i'] as number]!;
  const values = [
    moved.map((row) => of(row).name),
    moved.map((row) => of(row).version),
    moved.map((row) => row['day']),
    moved.map((row) => row['place']),
    moved.map((row) => row['n']),
  ];
  const given =
    'unnest($1::text[], $2::integer[], $3::date[], $4::text[], $5::bigint[]) as v(measure, version, day, place, n)';
  await query(
    `insert into ledger_rollup (measure, version, day, place, n) select * from ${given}
     on conflict (measure, version, day, place) do update set n = ledger_rollup.n + excluded.n`,
    values,
  );
  await query(
    `insert into ledger_rollup_month (measure, version, month, place, n)
     select measure, version, (day - (extract(day from day)::integer - 1)) as month, place, sum(n) from ${given} group by 1, 2, 3, 4
     on conflict (measure, version, month, place) do update set n = ledger_rollup_month.n + excluded.n`,
    values,
  );
}

/**
 * Folds at most 20 000 entries into the daily rollups, in the transaction `query` is in: rollups and mark move together,
 * so each entry counts exactly once. True when there was more than it took; what comes meanwhile waits for the next time.
 */
export async function foldRound(query: Query, measures: readonly Measure[], now: Instant): Promise<boolean> {
  if (measures.length === 0 || !(await takeTurn(query, FOLDER))) return false;
  const marks = await marksOf(query, measures.map(readerOf));
  const head = await headOf(query);
  const stretch = nextStretch(measures, marks, head);
  if (stretch === null) return false;
  await assertWhole(query, stretch);
  await addUp(query, stretch);
  await moveMarks(query, stretch.measures.map(readerOf), { seq: stretch.upTo, at: now });
  return stretch.upTo < head;
}
