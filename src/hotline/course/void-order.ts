import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { attached, letGo } from './attached.ts';
import { endedUnanswered, wasAnswered } from './ended.ts';
import { isOurs } from './ours.ts';

/**
 * 作废 — what should never have been an order: a test, a slip, found before it was sent out. Only a supervisor, with the
 * reason, in the ledger; later it takes two persons (ask-void.ts).
 */
export const voidOrder = action(workOrder, {
  name: 'void',
  title: '作废',
  about: '派单前发现的误登；已派单或已答复的须申请作废，由另一人批准',
  may: { 'hotline.supervisor': 'place' },
  from: ['registered'],
  to: ['void'],
  input: Type.Object({ reason: Reason('作废理由') }),
  needs: attached,
  when: (order) => isOurs(order) && !wasAnswered(order),
  decide: ({ order, now, helpers, notices, relays, promises }) => [
    { state: 'void', outcome: 'void', ...endedUnanswered(order, now) },
    ...letGo({ helpers, notices, relays, promises }),
  ],
});
