import { sql } from 'kysely';
import { Type } from 'typebox';
import { listQuery, readPage } from '#lib/http/list.ts';
import { addDays, dayOf, daysBetween, type Day } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { promise } from './promise.ts';

/** 到期承诺 — what must be done within so many days, and what should have been; `daysLeft` below nought is late. */
export const duePromises = view({
  name: 'hotline.due-promises',
  title: '到期承诺',
  path: '/promises/due',
  may: promise.see,
  query: Type.Object({
    ...listQuery(promise).properties,
    within: Type.Optional(
      Type.String({ title: '几日内到期', pattern: '^[0-9]{1,3}$', wrong: '应为 0 至 999 的整数' }),
    ),
  }),
  read: async ({ query, by, app, now }) => {
    const { within, ...rest } = query as Readonly<Record<string, string | undefined>>;
    const today = dayOf(now);
    const last = addDays(today, Number(within ?? 3));
    const { items, next } = await readPage(promise, rest, { by, app }, [
      sql`state in ('open', 'broken') and promised_on <= ${last}::date`,
    ]);
    return {
      items: items.map((each) => ({ ...each, daysLeft: daysBetween(today, each['promisedOn'] as Day) })),
      next,
    };
  },
});
