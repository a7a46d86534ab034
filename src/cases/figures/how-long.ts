import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Limit } from '#calendar/index.ts';
import type { Reader } from '#lib/db/reader.ts';
import { view } from '#lib/view.ts';
import { decidedIn, TOOK, TOOK_BASIS, type Took } from './took.ts';

interface ItemTook extends Took {
  readonly itemCode: string;
  readonly itemName: string;
  readonly promised: Limit | null;
  readonly legal: Limit | null;
}

/** Decided in the year, by the item as it was called last; the limits are those of its last decision. */
async function tookIn(db: Reader, year: number): Promise<readonly ItemTook[]> {
  const { rows } = await sql<ItemTook>`
    select item_code, (array_agg(item_name order by decided_at desc, id desc))[1] as item_name,
        ${TOOK},
        (array_agg(promised_clock -> 'limit' order by decided_at desc, id desc))[1] as promised,
        (array_agg(legal_clock -> 'limit' order by decided_at desc, id desc))[1] as legal
      from case_file where ${decidedIn(year)}
      group by item_code order by decided desc, item_code`.execute(db);
  return rows;
}

/**
 * 实际用时 — `{ year, basis, items: [{ itemCode, itemName, decided, average, ninety, promised, legal }] }`: how many working days
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
    basis: TOOK_BASIS,
    items: await tookIn(db, Number(query.year)),
  }),
});
