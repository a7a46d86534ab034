import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { FestivalName, Kind, Reason, Source } from '../fields.ts';
import { KEEPER } from '../notice/notice.ts';
import { calendarDay } from './day.ts';

/** 更正安排日 — the same day of the same notice, entered wrongly: this row ends, a right one takes its place. */
export const amendDay = action(calendarDay, {
  name: 'amend',
  title: '更正安排日',
  about: '原登记保留备查；已在办的期限随之重算并逐件列出',
  may: KEEPER,
  from: ['in-force'],
  to: ['withdrawn'],
  input: Type.Object({ kind: Kind, name: FestivalName, reason: Reason, source: Source }),
  decide({ day, input, now }) {
    if (day.kind === input.kind && day.name === input.name) refuse('calendar.unchanged');
    return [
      { state: 'withdrawn', endedAt: now, endedBecause: input.reason },
      create(calendarDay, {
        state: 'in-force',
        noticeId: day.noticeId,
        fallsOn: day.fallsOn,
        kind: input.kind,
        name: input.name,
        source: input.source,
        because: input.reason,
        recordedAt: now,
      }),
    ];
  },
});
