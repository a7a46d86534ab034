import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import { readRow, selectRows } from '#lib/action/engine/row-text.ts';
import type { Item } from '../item/item.ts';
import { basicCodeOf, countedOnce } from './counted-once.ts';
import { delegation, type Delegation } from './delegation.ts';

const STATES = ['delegated', 'withdrawn'] as const;
const orNull = <T extends ReturnType<typeof Type.String>>(schema: T) => Type.Union([schema, Type.Null()]);
const On = Type.Unsafe<Delegation['startsOn'] | null>(orNull(Type.String({ format: 'date' })));

/** 更新赋权项数 — by the program: which rows of an item that several places have count as the item. */
export const settleDelegation = action(delegation, {
  name: 'settle',
  title: '更新赋权项数',
  about: '同一事项赋予多个镇（村）的只计一项，由系统在首条记录上登记计入和扣除的日期',
  may: { system: 'anyone' },
  hidden: true,
  from: STATES,
  to: STATES,
  input: Type.Object({ basicCode: orNull(Type.String()), countsFrom: On, countsUntil: On }),
  decide: ({ delegation: before, input }) => ({ state: before.state, ...input }),
});

/** What every row should say and does not yet, for `delegation.settle`. */
export async function unsettledDelegations(app: Pick<App, 'query'>, items: readonly Item[]) {
  const codes = new Map(items.map((each) => [each.id, basicCodeOf(each)]));
  const found = await app.query(selectRows(delegation, 'order by r.id'), []);
  const rows = found.map((record) => {
    const row = readRow(delegation, record) as Delegation;
    return { row, basicCode: codes.has(row.item) ? codes.get(row.item)! : row.basicCode };
  });
  const counting = countedOnce(rows.map(({ row, basicCode }) => ({ ...row, basicCode })));
  return rows.flatMap(({ row, basicCode }) => {
    const input = { basicCode, ...counting.get(row.id)! };
    const isSettled =
      row.basicCode === basicCode &&
      row.countsFrom === input.countsFrom &&
      row.countsUntil === input.countsUntil;
    return isSettled ? [] : [{ noun: 'delegation', verb: 'settle', id: row.id, input }];
  });
}
