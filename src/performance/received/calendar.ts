import {
  addWorkingDays,
  calendarTable,
  loadChineseDays,
  workingDaysBetween,
  type CalendarTable,
} from '#calendar/index.ts';
import { formatDay, type Day } from '#lib/time.ts';

const table: CalendarTable = calendarTable(loadChineseDays());

/** A term in working days from a day, and how it was counted. */
export function termFrom(from: Day, days: number): { readonly on: Day; readonly because: string } {
  const on = addWorkingDays(table, from, days);
  return { on, because: `自${formatDay(from)}次日起第${days}个工作日为${formatDay(on)}` };
}
/** Working days left; negative when the term has run out. */
export const workingDaysLeft = (today: Day, dueOn: Day): number =>
  dueOn >= today ? workingDaysBetween(table, today, dueOn) : -workingDaysBetween(table, dueOn, today);
