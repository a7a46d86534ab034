import { bigint, day, instant, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';

/** 截止时间变动 — whom a change of the calendar moved: from, to, and the days that did it. */
export const movedDeadline = noun({
  name: 'moved-deadline',
  as: 'moved',
  path: 'moved-deadlines',
  title: '截止时间变动',
  states: { moved: '已变动' },
  columns: {
    subjectNoun: text('记录种类').measured(),
    subject: uuid('记录'),
    subjectNumber: text('编号'),
    wasAt: instant('原截止时间').orNull(),
    wasOn: day('原截止日期').orNull(),
    isAt: instant('现截止时间').orNull(),
    isOn: day('现截止日期').orNull(),
    why: text('原因'),
    /** The ledger's number of the change of the calendar. */
    entry: bigint('账本序号'),
    movedAt: instant('变动时间').measured(),
  },
  see: { 'calendar.keeper': 'anyone', 'ledger.auditor': 'anyone' },
  filters: ['entry', 'subjectNoun', 'subject'],
  searched: ['subjectNumber', 'why'],
});
