import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Limit } from '#calendar/index.ts';
import type { Reader } from '#lib/db/reader.ts';
import { day, startOfDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';

interface Took {
  readonly itemCode: string;
  readonly itemName: string;
  readonly decided: number;
  /** Working days, exact, to one place. */
  readonly average: string;
  readonly ninety: number;
  readonly promised: Limit | null;
  readonly legal: Limit | null;
}

/** Decided in the year, by the item as it was called last; the limits are those of its last decision. */
async function tookIn(db: Reader, year: number): Promise<readonly Took[]> {
  const [from, to] = [year, year + 1].map((each) => startOfDay(day(`${each}-01-01`)));
  const { rows } = await sql<Took>`
    select item_code, (array_agg(item_name order by decided_at desc, id desc))[1] as item_name,
        count(*)::int as decided, round(avg(working_days_used), 1)::text as average,
        percentile_disc(0.9) within group (order by working_days_used) as ninety,
        (array_agg(promised_clock -> 'limit' order by decided_at desc, id desc))[1] as promised,
        (array_agg(legal_clock -> 'limit' order by decided_at desc, id desc))[1] as legal
      from case_file
      where decided_at >= ${from}::timestamptz and decided_at < ${to}::timestamptz
        and working_days_used is not null and is_elsewhere is not true
      group by item_code order by decided desc, item_code`.execute(db);
  return rows;
}

/**
 * 实际用时 — `{ year, items: [{ itemCode, itemName, decided, average, ninety, promised, legal }] }`: how many working days
 * an item really took, on average and at most for nine applicants of ten, beside what was promised. Days from the acceptance
 * to the decision; the day of acceptance and pauses by law are not counted. For everybody.
 */
export const howLongView = view({
  name: 'cases.how-long',
  title: '各事项实际用时',
  path: '/cases/how-long',
  may: 'public',
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ db, query }) => ({
    year: Number(query.year),
    items: await tookIn(db, Number(query.year)),
  }),
});
