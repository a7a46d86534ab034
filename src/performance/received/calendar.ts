import {
  clockOf,
  due,
  workingDaysBetween,
  type CalendarTable,
  type Clock,
  type Due,
} from '#calendar/index.ts';
import type { Day, Instant } from '#lib/time.ts';

/** A term in working days, for an answer or a review. */
export const termClock = (from: Instant, days: number): Clock =>
  clockOf(from, { amount: days, unit: 'working-day' });

/** The last day of a term that nothing pauses, and how it was counted. */
export function termFrom(
  from: Instant,
  days: number,
  table: CalendarTable,
): { readonly on: Day; readonly steps: Due['steps'] } {
  const { dueOn, steps } = due(termClock(from, days), table);
  return { on: dueOn!, steps };
}
/** Working days left; negative when the term has run out. */
export const workingDaysLeft = (today: Day, dueOn: Day, table: CalendarTable): number =>
  dueOn >= today ? workingDaysBetween(table, today, dueOn) : -workingDaysBetween(table, dueOn, today);
