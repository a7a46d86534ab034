import { sql, type RawBuilder } from 'kysely';
import { day, startOfDay } from '#lib/time.ts';

/** What an average and a nine-of-ten mean here, as it is printed beside them. */
export const TOOK_BASIS =
  '当年作出决定的本地办件，从受理到决定的工作日；受理当日和依法不计的时间不算。平均＝用时之和÷件数，四舍五入到一位小数；九成＝按用时从短到长排到第「件数×90%」（有小数进一）件的用时，十件中至少九件不超过它。';

/** Decided by us in the year, with the days it took: the cases that every figure of this kind is about. */
export const decidedIn = (year: number): RawBuilder<boolean> => {
  const [from, to] = [year, year + 1].map((each) => startOfDay(day(`${each}-01-01`)));
  return sql<boolean>`decided_at >= ${from}::timestamptz and decided_at < ${to}::timestamptz
    and working_days_used is not null and is_elsewhere is not true`;
};

/** How long they took. `average` is exact decimal text with one place, `ninety` whole working days. */
export interface Took {
  readonly decided: number;
  readonly average: string | null;
  readonly ninety: number | null;
}
export const TOOK = sql`count(*)::int as decided, round(avg(working_days_used), 1)::text as average,
  percentile_disc(0.9) within group (order by working_days_used) as ninety`;
