import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../order/fields.ts';
import { RUNNING } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { attached, letGo } from './attached.ts';
import { endedUnanswered, mustBeUnanswered } from './ended.ts';
import { isOurs } from './ours.ts';

/** 撤回 — the caller says that it is settled, or was a mistake; only the caller may want that, so the note says how. */
export const withdraw = action(workOrder, {
  name: 'withdraw',
  title: '诉求人撤回',
  may: { 'hotline.agent': 'place', 'hotline.dispatcher': 'place' },
  from: ['registered', ...RUNNING],
  to: ['withdrawn'],
  input: Type.Object({ note: Reason('诉求人怎样表示撤回') }),
  needs: attached,
  when: isOurs,
  decide({ order, now, helpers, notices, relays, promises }) {
    mustBeUnanswered(order);
    return [
      { state: 'withdrawn', outcome: 'withdrawn', ...endedUnanswered(order, now) },
      ...letGo({ helpers, notices, relays, promises }),
    ];
  },
});
