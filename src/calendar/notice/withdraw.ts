import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { calendarDay } from '../day/day.ts';
import { Reason } from '../fields.ts';
import { calendarNotice, KEEPER } from './notice.ts';

/** 撤回放假安排 — a notice entered by mistake goes with all its days; what earlier notices said holds again. */
export const withdrawNotice = action(calendarNotice, {
  name: 'withdraw',
  title: '撤回放假安排',
  may: KEEPER,
  from: ['in-force'],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason }),
  needs: {
    days: rows(calendarDay, ({ row }: { row: { id: string } }) => ({ noticeId: row.id, state: 'in-force' })),
  },
  decide({ days, input, now }) {
    const ended = { state: 'withdrawn', endedAt: now, endedBecause: input.reason } as const;
    return [ended, ...days.map((day) => change(calendarDay, day, ended))];
  },
});
