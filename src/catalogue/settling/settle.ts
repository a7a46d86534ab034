import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { STATES } from '../item/amend.ts';
import { item } from '../item/item.ts';

const orNull = <T extends ReturnType<typeof Type.Boolean> | ReturnType<typeof Type.String>>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** 更新关联 — by the program: what other records say of the item has changed. */
export const settleItem = action(item, {
  name: 'settle',
  title: '更新关联',
  may: { system: 'anyone' },
  hidden: true,
  from: STATES,
  to: STATES,
  input: Type.Object({
    organisation: orNull(Type.String({ format: 'uuid' })),
    agrees: orNull(Type.Boolean()),
    isEntered: orNull(Type.Boolean()),
    isAuthorised: orNull(Type.Boolean()),
    basisAlarms: Type.Integer(),
  }),
  decide: ({ item: before, input }) => ({ state: before.state, ...input }),
});
