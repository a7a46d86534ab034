import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../fields.ts';
import { KEEPER } from '../notice/notice.ts';
import { calendarDay } from './day.ts';

/** 撤回安排日 — the notice says nothing about this day after all. */
export const withdrawDay = action(calendarDay, {
  name: 'withdraw',
  title: '撤回安排日',
  may: KEEPER,
  from: ['in-force'],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason }),
  decide: ({ input, now }) => ({ state: 'withdrawn', endedAt: now, endedBecause: input.reason }),
});
