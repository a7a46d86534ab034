import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note } from './fields.ts';
import { STEP_OVER } from './step.ts';
import { workOrder, type WorkOrder } from './work-order.ts';

/** Whether the round that ends was on time, and every round before it: replied not later than due. */
export const roundIsOnTime = (order: Pick<WorkOrder, 'isOnTime' | 'repliedAt' | 'dueAt'>): boolean =>
  order.isOnTime !== false &&
  (order.dueAt === null || (order.repliedAt !== null && order.repliedAt <= order.dueAt));

/** 办结 — the reply stands. On time is what was answered in time (按期办结), not what was filed in time. */
export const close = action(workOrder, {
  name: 'close',
  title: '办结',
  may: { 'hotline.dispatcher': 'place', 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  from: ['replied', 'approved', 'submitted'],
  to: ['closed'],
  input: Type.Object({ note: Type.Optional(Note) }),
  // What the city sent down is answered to the city first.
  when: (order) => order.isFromCity !== true || order.state === 'submitted',
  decide: ({ order, now }) => ({
    state: 'closed',
    closedAt: now,
    ...STEP_OVER,
    outcome: 'handled',
    isOnTime: roundIsOnTime(order),
  }),
});
