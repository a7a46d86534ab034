import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { RUNNING } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';

/** 催办 — somebody asks how far it is: the caller by phone, or the office. The unit reads it in the order's history. */
export const urge = action(workOrder, {
  name: 'urge',
  title: '催办',
  may: { 'hotline.agent': 'place', 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' },
  from: [...RUNNING],
  to: [...RUNNING],
  input: Type.Object({
    note: Type.String({ title: '催办说明', minLength: 2, maxLength: 2000, keep: 'prose' }),
  }),
  decide: ({ order }) => ({ state: order.state, urgings: (order.urgings ?? 0) + 1 }),
});
