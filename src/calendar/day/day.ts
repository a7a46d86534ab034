import { day, instant, text, uuid } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';
import { calendarNotice } from '../notice/notice.ts';
import type { DayKind } from '../table.ts';

/** 安排日 — one day as one notice arranges it. Never altered: an amended day is ended and another takes its place. */
export const calendarDay = noun({
  name: 'calendar-day',
  as: 'day',
  path: 'calendar-days',
  title: '安排日',
  states: { 'in-force': '有效', withdrawn: '已撤回' },
  columns: {
    noticeId: uuid('通知'),
    fallsOn: day('日期').measured(),
    kind: text<DayKind>('类型').measured(),
    name: text('节日名称'),
    source: text('来源'),
    because: text('登记或更正原因').orNull(),
    recordedAt: instant('登记时间').measured(),
    endedAt: instant('撤回时间').orNull(),
    endedBecause: text('撤回原因').orNull(),
  },
  root: calendarNotice,
  rootColumn: 'noticeId',
  see: { 'people.staff': 'anyone' },
  filters: ['noticeId', 'kind', 'fallsOn'],
  searched: ['name'],
});
export type CalendarDayRow = RowOf<typeof calendarDay>;
