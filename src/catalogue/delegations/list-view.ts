import { Type } from 'typebox';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { App } from '#lib/app.ts';
import { oneOf } from '#lib/choice.ts';
import { dayOf, type Day } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { On } from '../fields.ts';
import { delegation, type Delegation } from './delegation.ts';
import { DELEGATION_LEVELS, type DelegationLevel } from '../words.ts';
import { sameItem } from './counted-once.ts';
import { isInForce } from './holds.ts';

export const listQuery = {
  level: oneOf(DELEGATION_LEVELS, '层级'),
  on: Type.Optional(On('哪一天（不填为今天）')),
};

/** The delegations of a level in force on a day, by code of the item. */
export async function delegationsOn(
  app: Pick<App, 'query'>,
  level: DelegationLevel,
  on: Day,
): Promise<readonly Delegation[]> {
  const found = await app.query(selectRows(delegation, 'where r.level = $1 order by r.code, r.id'), [level]);
  return found
    .map((record) => readRow(delegation, record) as Delegation)
    .filter((each) => isInForce(each, on));
}

/** 赋权清单 — what the level may handle itself on a day; `count` counts items, each once however many places have it. */
export const delegationList = view({
  name: 'catalogue.delegation-list',
  title: '赋权清单',
  path: '/delegations/list',
  may: delegation.see,
  query: Type.Object(listQuery),
  read: async ({ query, app, now }) => {
    const { level } = query;
    const on = query.on ?? dayOf(now);
    const items = await delegationsOn(app, level, on);
    return { level, on, count: new Set(items.map(sameItem)).size, items };
  },
});
