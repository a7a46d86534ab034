import { Type } from 'typebox';
import { day as dayFrom, dayNumber, dayOfNumber, weekdayOfNumber } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { calendarOf } from '../held-calendar.ts';
import { makeUpName, restName } from '../rest-days.ts';
import type { CalendarTable } from '../table.ts';

/** One day as staff see it: worked or not, why, and by which notice. */
function dayShown(table: CalendarTable, n: number, ids: ReadonlyMap<string, string>) {
  const row = table.inForce.get(n);
  const notice = row && table.noticeOf.get(row.notice);
  const rest = restName(table, n);
  return {
    on: dayOfNumber(n),
    weekday: weekdayOfNumber(n),
    isWorked: rest === undefined,
    kind: row?.kind ?? null,
    name: rest ?? makeUpName(table, n) ?? null,
    notice: notice ? { number: notice.id, title: notice.title, change: notice.change } : null,
    /** The row to amend or withdraw. */
    id: (row && ids.get(`${row.notice} ${row.on}`)) ?? null,
  };
}

/** 日历 — every day of a year; a year whose arrangement is not published yet is provisional. */
export const daysView = view({
  name: 'calendar-days',
  title: '工作日历',
  path: '/calendar/days',
  may: 'signed-in',
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ query: { year }, app }) => {
    const table = calendarOf(app);
    const rows = await app.query(
      `select d.id, n.number || ' ' || d.falls_on as key from calendar_day d join calendar_notice n on n.id = d.notice_id
        where d.state = 'in-force' and d.falls_on between $1 and $2`,
      [`${year}-01-01`, `${year}-12-31`],
    );
    const ids = new Map(rows.map((row) => [row['key'] as string, row['id'] as string]));
    const first = dayNumber(dayFrom(`${year}-01-01`));
    const last = dayNumber(dayFrom(`${year}-12-31`));
    const days = Array.from({ length: last - first + 1 }, (_, i) => dayShown(table, first + i, ids));
    const named = new Set(days.map((each) => each.notice?.number));
    return {
      year: Number(year),
      isProvisional: !table.publishedYears.has(Number(year)),
      version: table.version,
      workingDays: days.filter((each) => each.isWorked).length,
      notices: table.notices.filter((each) => each.year === Number(year) || named.has(each.id)),
      days,
    };
  },
});
