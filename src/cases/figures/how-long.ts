import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Limit } from '#calendar/index.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import { dayOf, instantOf, millis, MS_PER_MINUTE, yearOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { decidedIn, TOOK, TOOK_BASIS, type Took } from './took.ts';

export interface ItemTook extends Took {
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

/** How long the items of a year took, as counted at `countedAt`. */
export interface HowLong {
  readonly year: number;
  readonly countedAt: Instant;
  readonly items: readonly ItemTook[];
}
/** A whole year is read for it and anybody may ask: it is counted once in so long, and says when. */
const FRESH = 10 * MS_PER_MINUTE;
interface Counting {
  readonly at: Instant;
  readonly year: Promise<HowLong>;
}
const counted = new WeakMap<Reader, Map<number, Counting>>();
type Asking = Pick<App, 'db' | 'now'>;

/** Whoever asks while it is being counted waits for the same count; one that failed is nobody's. */
function howLongIn({ db, now }: Asking, year: number): Promise<HowLong> {
  const kept = counted.get(db) ?? new Map<number, Counting>();
  counted.set(db, kept);
  const before = kept.get(year);
  const at = now();
  if (before && millis(at) - millis(before.at) < FRESH) return before.year;
  const counting = tookIn(db, year).then((items) => ({ year, countedAt: at, items }));
  kept.set(year, { at, year: counting });
  counting.catch(() => kept.delete(year));
  return counting;
}

/** The years between the first and the last decision, the latest first. */
async function yearsBetween(db: Reader): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly first: string | null; readonly last: string | null }>`
    select min(decided_at)::text as first, max(decided_at)::text as last from case_file
      where decided_at is not null`.execute(db);
  const [{ first, last } = { first: null, last: null }] = rows;
  if (first === null || last === null) return [];
  const [from, to] = [first, last].map((each) => yearOf(dayOf(instantOf(Date.parse(each))))) as [
    number,
    number,
  ];
  return Array.from({ length: to - from + 1 }, (_, n) => to - n);
}
const MOST_YEARS = 10;
/** The latest ten years, each with what was decided in it; years without any are left out. */
export async function howLongSoFar(app: Asking): Promise<readonly HowLong[]> {
  const years = (await yearsBetween(app.db)).slice(0, MOST_YEARS);
  const all = await Promise.all(years.map((year) => howLongIn(app, year)));
  return all.filter(({ items }) => items.length > 0);
}

/** How long this item took in the latest year that decided one; null where none did. */
export async function findItemTook(
  app: Asking,
  code: string,
): Promise<(Pick<HowLong, 'year'> & { readonly took: ItemTook }) | null> {
  for (const { year, items } of await howLongSoFar(app)) {
    const took = items.find(({ itemCode }) => itemCode === code);
    if (took) return { year, took };
  }
  return null;
}

/**
 * 实际用时 — `{ year, basis, countedAt, items: [{ itemCode, itemName, decided, average, ninety, promised, legal }] }`: how many working days
 * an item really took, on average and at most for nine applicants of ten, beside what was promised. Days from the acceptance
 * to the decision; the day of acceptance and pauses by law are not counted. For everybody.
 */
export const howLongView = view({
  name: 'cases.how-long',
  title: '各事项实际用时',
  path: '/cases/how-long',
  may: 'public',
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ app, query }) => ({ basis: TOOK_BASIS, ...(await howLongIn(app, Number(query.year))) }),
});
