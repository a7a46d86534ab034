import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../order/fields.ts';
import { RUNNING } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { attached, letGo } from './attached.ts';
import { endedUnanswered } from './ended.ts';
import { isOurs } from './ours.ts';

/** 作废 — what should never have been an order: a test, a slip. Only a supervisor, with the reason, in the ledger. */
export const voidOrder = action(workOrder, {
  name: 'void',
  title: '作废',
  may: { 'hotline.supervisor': 'place' },
  from: ['registered', ...RUNNING, 'replied', 'approved'],
  to: ['void'],
  input: Type.Object({ reason: Reason('作废理由') }),
  needs: attached,
  when: isOurs,
  decide: ({ order, now, helpers, notices, relays, promises }) => [
    { state: 'void', outcome: 'void', ...endedUnanswered(order, now) },
    ...letGo({ helpers, notices, relays, promises }),
  ],
});
