import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf, type CalendarTable, type Clock, type Limit } from '#calendar/index.ts';
import { sight } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import type { Reader } from '#lib/db/reader.ts';
import { refuse } from '#lib/refusal.ts';
import { day, dayOf, startOfDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { whatIf, type DecidedCase, type WhatIf } from './what-if.ts';

const MAY = {
  'catalogue.editor': 'place',
  'catalogue.publisher': 'place',
  'cases.inspector': 'place',
} as const;
/** So many of the cases that would be late are listed; they are counted all. */
const MOST = 500;
const CLOCKS = { legal: 'legalClock', promised: 'promisedClock' } as const;

/** The asker's own places as a condition. */
function ownPlaces(by: Person, tree: ScopeTree): RawBuilder<unknown> {
  const seen = sight(MAY, by, tree) ?? refuse('lib.missing-role', { title: '时限推演' });
  return seen === 'all' ? sql`true` : sql`place = any(${[...(seen.get('place') ?? [])]}::text[])`;
}

interface Row extends Omit<DecidedCase, 'clock'> {
  readonly legalClock: Clock;
  readonly promisedClock: Clock;
}
interface Asked {
  readonly item: string;
  readonly year: number;
  readonly seen: RawBuilder<unknown>;
}
/** Cases of the item that were decided in the year by us, oldest decision first. */
async function decidedIn(db: Reader, { item, year, seen }: Asked): Promise<readonly Row[]> {
  const [from, to] = [year, year + 1].map((each) => startOfDay(day(`${each}-01-01`)));
  return (await db
    .selectFrom('case_file')
    .select(['id', 'number', 'decidedAt', 'workingDaysUsed', 'legalClock', 'promisedClock'])
    .where(
      sql<boolean>`item = ${item}::uuid and decided_at >= ${from}::timestamptz and decided_at < ${to}::timestamptz
        and legal_clock is not null and is_elsewhere is not true and ${seen}`,
    )
    .orderBy('decidedAt')
    .orderBy('id')
    .execute()) as unknown as readonly Row[];
}

type Answer = WhatIf & { readonly limit: Limit };
function answered(
  all: readonly Row[],
  which: keyof typeof CLOCKS,
  { limit, calendar }: { readonly limit: Limit; readonly calendar: CalendarTable },
): Answer {
  const rows = all.map(({ legalClock, promisedClock, ...row }) => ({
    ...row,
    clock: { legalClock, promisedClock }[CLOCKS[which]],
  }));
  const found = whatIf(rows, limit, calendar);
  return { limit, ...found, newlyLate: found.newlyLate.slice(0, MOST) };
}

const Days = (title: string) =>
  Type.Optional(Type.String({ title, pattern: '^[0-9]{1,3}$', wrong: '应为 0 至 999 的整数' }));

/**
 * 时限推演 — `{ item, year, legal, promised }`: had the limit of an item been so many days, which of the cases decided in a
 * year (the last one, where none is said) would have been late that were not. For each clock that was asked for `{ limit,
 * cases, late, wouldBeLate, wouldBeSpared, newlyLate: [{ id, number, decidedAt, workingDaysUsed, dueAt, wouldBeDueAt }] }`, at
 * most 500 listed, all counted; null for the other. Counted from each case's own clock with its pauses and extensions. As far
 * as the asker's places.
 */
export const whatIfView = view({
  name: 'cases.what-if',
  title: '时限推演',
  path: '/items/{id}/what-if',
  may: MAY,
  query: Type.Object({
    id: Type.String({ title: '事项', format: 'uuid' }),
    legal: Days('假定的法定时限'),
    promised: Days('假定的承诺时限'),
    unit: Type.Optional(Type.String({ title: '单位', enum: ['working-day', 'natural-day'] })),
    year: Type.Optional(Type.String({ title: '年度', pattern: '^20[0-9]{2}$' })),
  }),
  read: async ({ db, query, by, app, now, scopes }) => {
    if (query.legal === undefined && query.promised === undefined) refuse('cases.no-what-if');
    const [item] = await db
      .selectFrom('item')
      .select(['id', 'number', 'name'])
      .where('id', '=', query.id)
      .execute();
    if (!item) return refuse('lib.not-found');
    const year = Number(query.year ?? Number(dayOf(now).slice(0, 4)) - 1);
    const all = await decidedIn(db, { item: query.id, year, seen: ownPlaces(by, scopes) });
    const unit = query.unit === 'natural-day' ? 'natural-day' : 'working-day';
    const asked = (which: keyof typeof CLOCKS): Answer | null =>
      query[which] === undefined
        ? null
        : answered(all, which, { limit: { amount: Number(query[which]), unit }, calendar: calendarOf(app) });
    return { item, year, legal: asked('legal'), promised: asked('promised') };
  },
});
