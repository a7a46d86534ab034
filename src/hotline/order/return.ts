import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { lastReturnDay } from './deadline.ts';
import { Reason } from './fields.ts';
import { stepBegun, stepNeeds } from './step.ts';
import { workOrder } from './work-order.ts';

/** 退单 — not ours, with the reason, within so many working days of its own dispatch; later it must be handled, and so must what was ruled to be theirs. */
export const returnOrder = action(workOrder, {
  name: 'return',
  title: '退单',
  about: '不属于本单位职责的，在退单时限内说明理由退回派单员',
  may: { 'hotline.handler': 'handler' },
  from: ['dispatched', 'signed'],
  to: ['returned'],
  input: Type.Object({ reason: Reason('退单理由') }),
  needs: { ...stepNeeds, ...speakerNeeds },
  decide({ order, input, speakers, calendar, rules, steps, now }) {
    if (order.precedent !== null) refuse('hotline.ruled');
    const lastOn = lastReturnDay(order, rules.returnWithinDays, calendar);
    if (lastOn !== null && dayOf(now) > lastOn)
      refuse('hotline.return-too-late', { lastOn: formatDay(lastOn) });
    return {
      state: 'returned',
      returnReason: coverIn(order, speakers).note(input.reason),
      returns: (order.returns ?? 0) + 1,
      askedExtension: null,
      ...stepBegun('returned', order.isUrgent, { calendar, rules, steps, now }),
    };
  },
});
