import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { workOrder } from '../order/work-order.ts';

/** Closed when it was drawn; a call may have reopened it since. */
const DRAWN_IN = ['closed', 'reopened', 'joint-review'] as const;

/** 抽中回访 — what a draw took; by the system alone. */
export const markSampled = action(workOrder, {
  name: 'mark-sampled',
  title: '抽中回访',
  may: { 'hotline.supervisor': 'place' },
  from: [...DRAWN_IN],
  to: [...DRAWN_IN],
  hidden: true,
  input: Type.Object({ draw: Type.String({ title: '抽样', format: 'uuid' }) }),
  when: (order) => order.isSampled === null,
  decide: ({ order }) => ({ state: order.state, isSampled: true }),
});
