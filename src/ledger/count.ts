import { sql, type RawBuilder } from 'kysely';
import type { Query } from '#lib/action/engine/load.ts';
import { ratio, type Fraction } from '#lib/fraction.ts';
import { countsOf, type AnyMeasure, type Measure } from '#lib/measure.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, type Day } from '#lib/time.ts';
import { readerOf } from './fold.ts';
import { marksOf } from './marks.ts';
import { isWithin, isWithinRow, rangeOf, run, type Range } from './predicate.ts';
import { moves } from './signed-rows.ts';

/** Counts of one moment: `asOf` is the last entry they take in. */
export interface Counts {
  readonly asOf: number;
  readonly of: (measure: Measure) => bigint;
}
/** The figure with what it is made of; `value` is null for a rate of nothing. */
export interface Figure {
  readonly value: Fraction | null;
  readonly numerator: bigint;
  /** Null for a count. */
  readonly denominator: bigint | null;
  /** Number of the last ledger entry it takes in. */
  readonly asOf: number;
}

/** The measures in order with their marks, as `ledger_marked`. */
export const marked = (measures: readonly Measure[]): RawBuilder<unknown> => sql`ledger_marked as (
    select m.i - 1 as i, m.name, m.version, coalesce(l.seq, 0) as seq
      from unnest(${measures.map((each) => each.name)}::text[], ${measures.map((each) => each.version)}::integer[],
                  ${measures.map(readerOf)}::text[]) with ordinality as m(name, version, reader, i)
      left join ledger_mark l on l.reader = m.reader)`;

/** A range as whole months and the days before and after them. */
function wholeMonths({ from, to }: Range): { readonly first: Day; readonly beyond: Day } | null {
  const monthOf = (on: Day): Day => `${on.slice(0, 8)}01` as Day;
  const nextMonth = (on: Day): Day => monthOf(addDays(monthOf(on), 31));
  const first = monthOf(from) === from ? from : nextMonth(from);
  const beyond = monthOf(addDays(to, 1)) === addDays(to, 1) ? addDays(to, 1) : monthOf(to);
  return first < beyond ? { first, beyond } : null;
}

/** What was folded within the range: whole months from their totals, what is left from the days'. */
function foldedParts(range: Range): RawBuilder<unknown> {
  const months = wholeMonths(range);
  const days = isWithin(range, { day: sql`r.day`, place: sql`r.place` });
  const daily = (more: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select m.i, r.n from ledger_marked m
      join ledger_rollup r on r.measure = m.name and r.version = m.version where ${days} and ${more}`;
  if (months === null) return daily(sql`true`);
  const { first, beyond } = months;
  const monthly = sql`select m.i, r.n from ledger_marked m
      join ledger_rollup_month r on r.measure = m.name and r.version = m.version
     where r.month >= ${first}::date and r.month < ${beyond}::date
       and ${range.places === undefined ? sql`true` : sql`r.place = any(${range.places}::text[])`}`;
  const edges = [
    ...(range.from < first ? [daily(sql`r.day < ${first}::date`)] : []),
    ...(beyond <= range.to ? [daily(sql`r.day >= ${beyond}::date`)] : []),
  ];
  return sql.join([monthly, ...edges], sql` union all `);
}

/**
 * Rollups up to each measure's mark plus the exact tail behind it, in one statement and so in one snapshot. The marks are
 * read once before: they only grow, and a known lower bound lets the planner walk the index over the tail alone.
 */
async function countTogether(query: Query, measures: readonly Measure[], range: Range): Promise<Counts> {
  const before = await marksOf(query, measures.map(readerOf));
  const lowest = Math.min(...measures.map((measure) => before.get(readerOf(measure)) ?? 0));
  const tail = moves(
    measures,
    sql`e.seq > ${lowest}::bigint and e.seq > (select min(seq) from ledger_marked)`,
    (measure, i) =>
      sql`row.entry_seq > (select seq from ledger_marked where i = ${sql.lit(i)}) and ${isWithinRow(measure, range)}`,
  );
  const rows = await run(
    query,
    sql`with ${marked(measures)}, ${tail.parts},
      parts as (select i, n from (${tail.rows}) as t union all ${foldedParts(range)})
      select h.n as head, p.i, p.n from ledger_head h left join (select i, sum(n) as n from parts group by i) as p on true`,
  );
  const counts = new Map(rows.map((row) => [Number(row['i']), BigInt((row['n'] as string | null) ?? 0)]));
  const [first = refuse('ledger.no-counter')] = rows;
  return {
    asOf: Number(first['head']),
    of: (measure) => counts.get(measures.indexOf(measure)) ?? 0n,
  };
}

/** Counts of what came within the range, and of what stands at its end; `asOf` is the earlier when they are of two moments. */
export async function countAll(query: Query, measures: readonly Measure[], range: Range): Promise<Counts> {
  const groups = [...Map.groupBy(measures, ({ isStanding }) => isStanding)];
  const counted = new Map<boolean, Counts>();
  for (const [isStanding, group] of groups)
    counted.set(isStanding, await countTogether(query, group, rangeOf(group[0]!, range)));
  return {
    asOf: Math.min(...[...counted.values()].map(({ asOf }) => asOf)),
    of: (measure) => counted.get(measure.isStanding)?.of(measure) ?? 0n,
  };
}

/** A figure out of counts that hold all it is made of. */
export function figureOf(measure: AnyMeasure, counts: Counts): Figure {
  const total = (all: readonly Measure[]): bigint => all.reduce((sum, each) => sum + counts.of(each), 0n);
  const countOf = (part: AnyMeasure): bigint =>
    part.kind === 'sum' ? total(part.plus) - total(part.minus) : total(countsOf(part));
  const { asOf } = counts;
  if (measure.kind !== 'rate') {
    const numerator = countOf(measure);
    return { value: ratio(numerator, 1n), numerator, denominator: null, asOf };
  }
  const [numerator, denominator] = [countOf(measure.numerator), countOf(measure.denominator)];
  return { value: denominator === 0n ? null : ratio(numerator, denominator), numerator, denominator, asOf };
}

/** How much it was in these days and places, exact up to the last entry, however many records there are. */
export async function countMeasure(
  { query }: { readonly query: Query },
  measure: AnyMeasure,
  range: Range,
): Promise<Figure> {
  return figureOf(measure, await countAll(query, countsOf(measure), range));
}
