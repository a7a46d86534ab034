import { day, instant, integer, text } from '#lib/action/column.ts';
import { noun, type RowOf } from '#lib/action/noun.ts';

/** 放假安排通知 — the document behind the days; `number` is the id by which tables and explanations name it (`2020`). */
export const calendarNotice = noun({
  name: 'calendar-notice',
  as: 'notice',
  path: 'calendar-notices',
  title: '放假安排通知',
  states: { 'in-force': '有效', withdrawn: '已撤回' },
  columns: {
    title: text('通知标题'),
    documentNumber: text('文号').orNull(),
    publishedOn: day('公布日期').orNull(),
    year: integer('安排年度').orNull().measured(),
    change: text('对原安排的变动').orNull(),
    source: text('来源'),
    recordedAt: instant('登记时间').measured(),
    endedAt: instant('撤回时间').orNull(),
    endedBecause: text('撤回原因').orNull(),
  },
  series: 'FJ',
  see: { 'people.staff': 'anyone' },
  filters: ['year'],
  searched: ['title', 'number', 'documentNumber'],
});
export type CalendarNotice = RowOf<typeof calendarNotice>;

/** Who keeps the calendar. */
export const KEEPER = { 'calendar.keeper': 'anyone' } as const;
