import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { OPEN } from '../../order/words.ts';
import { workOrder } from '../../order/work-order.ts';

const LOOKED_AT = [...OPEN, 'redirected', 'closed'] as const;

/** 标记重复来电 — by the system: it counts against the closing of the earlier order, whoever handles this one. */
export const noteComeBack = action(workOrder, {
  name: 'note-come-back',
  title: '标记重复来电',
  about: '由系统比对诉求人、地点和内容后标记，计入原工单的办结质量',
  may: { 'hotline.supervisor': 'place' },
  hidden: true,
  from: [...LOOKED_AT],
  to: [...LOOKED_AT],
  input: Type.Object({
    order: Type.String({ title: '原工单', format: 'uuid' }),
    handler: Type.Optional(Type.String({ title: '原承办单位', format: 'uuid' })),
  }),
  when: (order) => order.cameBackTo === null,
  decide: ({ order, input }) => ({
    state: order.state,
    cameBackTo: input.order,
    cameBackHandler: input.handler ?? null,
  }),
});
