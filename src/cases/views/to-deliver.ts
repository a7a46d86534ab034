import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import { readPage } from '#lib/http/list.ts';
import { escapeLike } from '#lib/like.ts';
import { view } from '#lib/view.ts';
import { caseFile } from '../file/case-file.ts';

/** A counter hands out one after another: so many at once are enough to look through. */
const MOST = '100';
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

/**
 * 待出件 — `{ items, next }`: what is decided and not yet handed out within one's own sight, by `q`; `issued` and `refused` go
 * out at once, `granted` only when its edition ends in no paper that is to be sealed first, and nothing that waits for the
 * other results of one thing.
 */
export const toDeliverView = view({
  name: 'cases.to-deliver',
  title: '待出件',
  path: '/cases/to-deliver',
  may: { 'cases.clerk': 'place', 'cases.deliverer': 'place' },
  query: Type.Object({
    q: Type.Optional(Type.String({ title: '编号、姓名或手机后四位', maxLength: 100 })),
  }),
  read: ({ query: { q = '' }, by, app }) => {
    const words = q.trim();
    const found = words === '' ? [] : [spoken(words, app)];
    return readPage(caseFile, { limit: MOST }, { by, app }, [READY, ...found]);
  },
});
