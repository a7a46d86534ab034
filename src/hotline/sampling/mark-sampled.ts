import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';

const ALL = Object.keys(STATES) as OrderState[];

/** 抽中回访 — what a draw took; by the system alone. Also of an order that was reopened meanwhile: it was drawn. */
export const markSampled = action(workOrder, {
  name: 'mark-sampled',
  title: '抽中回访',
  may: { 'hotline.supervisor': 'place' },
  from: ALL,
  to: ALL,
  hidden: true,
  input: Type.Object({ draw: Type.String({ title: '抽样', format: 'uuid' }) }),
  when: (order) => order.isSampled === null,
  decide: ({ order }) => ({ state: order.state, isSampled: true }),
});
