import { Type } from 'typebox';
import { birth, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { formatDay } from '#lib/time.ts';
import { FestivalName, Kind, On, Reason, Source } from '../fields.ts';
import { calendarNotice, KEEPER } from '../notice/notice.ts';
import { calendarDay } from './day.ts';

/** 补登安排日 — a day that was left out when its notice was entered. The notice's version is guarded. */
export const arrangeDay = birth(calendarDay, {
  name: 'arrange',
  title: '补登安排日',
  may: KEEPER,
  to: ['in-force'],
  input: Type.Object({
    notice: Type.String({ title: '通知', format: 'uuid', ref: 'calendar-notice' }),
    on: On('日期'),
    kind: Kind,
    name: FestivalName,
    reason: Reason,
    source: Source,
  }),
  needs: {
    found: find(calendarNotice, ({ input }: { input: { notice: string } }) => ({ id: input.notice })),
    arranged: rows(calendarDay, ({ input }: { input: { notice: string } }) => ({
      noticeId: input.notice,
      state: 'in-force',
    })),
  },
  decide({ input, found: notice, arranged, now }) {
    if (notice?.state !== 'in-force') return refuse('calendar.no-notice');
    if (arranged.some((each) => each.fallsOn === input.on))
      refuse('calendar.day-twice', { notice: notice.title, on: formatDay(input.on) });
    return [
      {
        state: 'in-force',
        noticeId: notice.id,
        fallsOn: input.on,
        kind: input.kind,
        name: input.name,
        source: input.source,
        because: input.reason,
        recordedAt: now,
      },
      change(calendarNotice, notice, {}),
    ];
  },
});
