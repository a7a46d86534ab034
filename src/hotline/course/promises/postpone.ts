import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay } from '#lib/time.ts';
import { Reason } from '../../order/fields.ts';
import { DayField, promise } from './promise.ts';

/** 改期 — before the day, with the reason; the first day stays on record, and every change is counted. */
export const postpone = action(promise, {
  name: 'postpone',
  title: '承诺改期',
  may: { 'hotline.handler': 'unit' },
  from: ['open'],
  to: ['open'],
  input: Type.Object({ on: DayField('新的日期'), reason: Reason('改期理由') }),
  decide({ promise: row, input, now }) {
    const on = formatDay(row.promisedOn);
    if (dayOf(now) > row.promisedOn) refuse('hotline.promise-overdue', { on });
    if (input.on <= row.promisedOn)
      refuse('hotline.postpone-later', { on }, { fields: [{ path: 'on', message: '须晚于原承诺日期' }] });
    return {
      state: 'open',
      promisedOn: input.on,
      postponements: (row.postponements ?? 0) + 1,
      postponedBecause: input.reason,
    };
  },
});
