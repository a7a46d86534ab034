import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import type { App } from '#lib/app.ts';
import { readPage, withinSight, type Page } from '#lib/http/list.ts';
import { escapeLike } from '#lib/like.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { lightOf, marksAt } from './lights.ts';

/** A counter hands out one after another: so many at once are enough to look through. */
const MOST = 100;
const READY = sql`(awaits_others is not true and (state in ('issued', 'refused') or state = 'granted' and not exists (
  select from item_edition e
   where e.id = item_edition and coalesce(e.elements ->> 'resultType', 'none') <> 'none')))`;
const LAST_DIGITS = /^[0-9]{4}$/;

/**
 * By what somebody at the counter can say: the number of the case or how it ends, the number of the result, the item, the
 * last four digits of the phone, the whole phone or the whole name. A name is looked up by its keyed digest, so that nothing
 * is opened for it.
 */
function spoken(words: string, { suite }: App): RawBuilder<unknown> {
  const part = `%${escapeLike(words)}%`;
  const either = [
    sql`number ilike ${`%${escapeLike(words)}`}`,
    sql`result_number ilike ${part}`,
    sql`item_name ilike ${part}`,
    sql`credit_code = ${words.toUpperCase()}`,
    sql`applicant_name ->> 'hash' = ${suite.lookUp(words, 'name')}`,
    sql`phone ->> 'hash' = ${suite.lookUp(words, 'phone')}`,
    ...(LAST_DIGITS.test(words) ? [sql`phone ->> 'mask' like ${`%${words}`}`] : []),
  ];
  return sql`(${sql.join(either, sql` or `)})`;
}

type Ready = Page['items'][number];
const dueAt = (row: Ready): Instant | null => (row['issueDueAt'] ?? null) as Instant | null;
/** What is due first comes first; what has no due day comes last, the older before the newer. */
const byDue = (a: Ready, b: Ready): number => {
  const [one, other] = [a, b].map((row) => `${dueAt(row) ?? '~'} ${String(row['id'])}`) as [string, string];
  return one < other ? -1 : 1;
};

/**
 * 待出件 — `{ items, next }`: what is decided and not yet handed out within one's own sight, by `q`, what is due first on top,
 * each with the `light` of its ten days (行政许可法 44); `issued` and `refused` go out at once, `granted` only when its edition
 * ends in no paper that is to be sealed first, and nothing that waits for the other results of one thing. `next` is null when
 * that was all.
 */
export const toDeliverView = view({
  name: 'cases.to-deliver',
  title: '待出件',
  path: '/cases/to-deliver',
  may: { 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  query: Type.Object({
    q: Type.Optional(Type.String({ title: '编号、姓名或手机后四位', maxLength: 100 })),
  }),
  read: async ({ query: { q = '' }, by, app, now }) => {
    const words = q.trim();
    const asked = [
      withinSight(caseFile, by, app) ?? sql`false`,
      READY,
      ...(words === '' ? [] : [spoken(words, app)]),
    ];
    const first = sql`id in (select id from case_file where ${sql.join(asked, sql` and `)}
      order by issue_due_at nulls last, id limit ${MOST + 1})`;
    const { items } = await readPage(caseFile, { limit: String(MOST + 1) }, { by, app }, [first]);
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const shown = items.toSorted(byDue).slice(0, MOST);
    return {
      items: shown.map((row) => ({ ...row, light: lightOf(dueAt(row), marks) })),
      next: items.length > MOST ? String(shown.at(-1)?.['id']) : null,
    };
  },
});
