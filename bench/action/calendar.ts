import {
  calendarTable as tableOf,
  clockOf,
  due,
  lines,
  loadChineseDays,
  type CalendarTable,
} from '#calendar/index.ts';
import { held, holding } from '#lib/action/need.ts';
import type { Instant } from '#lib/time.ts';

export const heldCalendar = held({
  name: 'bench.calendar',
  load: () => Promise.resolve(tableOf(loadChineseDays())),
  reloadOn: [],
});
export const calendarTable = holding(heldCalendar);

/** So many working days after an instant, with the explanation as the real hotline would store it. */
export function dueAfter(
  table: CalendarTable,
  from: Instant,
  days: number,
): { readonly at: Instant; readonly steps: readonly string[] } {
  const found = due(clockOf(from, { amount: days, unit: 'working-day' }), table);
  return { at: found.dueAt!, steps: lines(found.steps) };
}
