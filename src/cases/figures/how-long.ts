import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Limit } from '#calendar/index.ts';
import type { Level } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Reader } from '#lib/db/reader.ts';
import { dayOf, instantOf, millis, MS_PER_MINUTE, yearOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { decidedIn, TOOK, TOOK_BASIS, type Took } from './took.ts';

/** One item as its body has it. */
export interface ItemTook extends Took {
  readonly itemCode: string;
  readonly itemName: string;
  /** 实施主体 and 行使层级 (`5` is 乡级) as the catalogue has them now; null of an item that it does not have. */
  readonly body: string | null;
  readonly level: Level | null;
  readonly promised: Limit | null;
  readonly legal: Limit | null;
}
/** What several bodies of one level have under the same basic code is one thing to a citizen. */
export interface LineTook extends Took {
  readonly itemName: string;
  readonly level: Level | null;
  /** The item of each body; one where nobody else has it. */
  readonly items: readonly ItemTook[];
}
/** A row of the grouping: an item, or with no code the whole of its line. */
type Grouped = ItemTook & { readonly line: string; readonly isWhole: boolean };

/** Decided in the year, by the item as it was called last; the limits are those of its last decision. */
async function tookIn(db: Reader, year: number): Promise<Pick<HowLong, 'items' | 'lines'>> {
  const { rows } = await sql<Grouped>`
    select item_code, line, level, grouping(item_code) = 1 as is_whole, max(body) as body,
        (array_agg(item_name order by decided_at desc, id desc))[1] as item_name,
        ${TOOK},
        (array_agg(promised_clock -> 'limit' order by decided_at desc, id desc))[1] as promised,
        (array_agg(legal_clock -> 'limit' order by decided_at desc, id desc))[1] as legal
      from (select c.id, c.item_code, c.item_name, c.decided_at, c.working_days_used, c.promised_clock, c.legal_clock,
          coalesce(i.basic_code, c.item_code) as line, i.level, i.body
        from (select * from case_file where ${decidedIn(year)}) as c left join item i on i.number = c.item_code) as decided_case
      group by grouping sets ((line, level, item_code), (line, level))
      order by decided desc, item_code nulls first, line`.execute(db);
  const items = rows.filter(({ isWhole }) => !isWhole);
  const inLine = Map.groupBy(items, lineOf);
  return {
    items: items.map(itemOf),
    lines: rows
      .filter(({ isWhole }) => isWhole)
      .map(({ itemName, level, decided, average, ninety, ...whole }) => ({
        itemName,
        level,
        decided,
        average,
        ninety,
        items: (inLine.get(lineOf({ level, ...whole })) ?? []).map(itemOf),
      })),
  };
}
const itemOf = ({ line: _line, isWhole: _isWhole, ...item }: Grouped): ItemTook => item;
const lineOf = ({ line, level }: Pick<Grouped, 'line' | 'level'>): string => `${line} ${level ?? ''}`;

/** How long the items of a year took, as counted at `countedAt`. */
export interface HowLong {
  readonly year: number;
  readonly countedAt: Instant;
  readonly items: readonly ItemTook[];
  readonly lines: readonly LineTook[];
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
  const counting = tookIn(db, year).then((took) => ({ year, countedAt: at, ...took }));
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
 * 实际用时 — `{ year, basis, countedAt, items: [{ itemCode, itemName, body, level, decided, average, ninety, promised, legal }],
 * lines: [{ itemName, level, decided, average, ninety, items }] }`: how many working days an item really took, on average and at
 * most for nine applicants of ten, beside what was promised; a line puts together what several bodies of one level have under
 * one basic code, with the days of all their cases. Days from the acceptance to the decision; the day of acceptance and pauses
 * by law are not counted. For everybody.
 */
export const howLongView = view({
  name: 'cases.how-long',
  title: '各事项实际用时',
  path: '/cases/how-long',
  may: 'public',
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ app, query }) => ({ basis: TOOK_BASIS, ...(await howLongIn(app, Number(query.year))) }),
});
