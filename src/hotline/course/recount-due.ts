import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { Reaction } from '#lib/module.ts';
import { countedColumns, isFirstRound } from '../order/deadline.ts';
import { RUNNING } from '../order/words.ts';
import { workOrder, type WorkOrder } from '../order/work-order.ts';

/** Whether the year still counts by a deadline that this first round has left. */
const isStale = (order: WorkOrder): boolean =>
  order.countedDueAt !== null &&
  order.dueAt !== null &&
  order.countedDueAt !== order.dueAt &&
  isFirstRound(order);

/** 更正计入应办的期限 — by the system, after a holiday announced late has moved the deadline of a first round. */
export const recountDue = action(workOrder, {
  name: 'recount-due',
  title: '更正计入应办的期限',
  about: '放假安排变动移动了首轮期限后，由系统更正',
  may: { 'hotline.supervisor': 'place' },
  hidden: true,
  from: [...RUNNING],
  to: [...RUNNING],
  input: Type.Object({}),
  when: isStale,
  decide: ({ order }) => ({ state: order.state, ...countedColumns(order.registeredAt, order.dueAt!) }),
});

/** The calendar moves deadlines of any noun and knows nothing of years; which of them the year counts by is ours to know. */
export const recountAfterRecompute: Reaction = {
  after: 'work-order.recompute-due',
  name: 'hotline.recount-due',
  react: async ({ subject }, app) => {
    const [record] = await app.query('select * from work_order where id = $1', [subject]);
    const order = rowFrom(workOrder, record!) as WorkOrder;
    if (!isStale(order) || !recountDue.from!.includes(order.state)) return;
    await app.engine.perform({
      action: recountDue,
      id: subject,
      input: {},
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  },
};
