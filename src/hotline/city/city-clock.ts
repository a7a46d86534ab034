import { due, isWorkingDay, workingDaysBetween, type CalendarTable } from '#calendar/index.ts';
import {
  addDays,
  dayOf,
  formatChinese,
  instantOf,
  millis,
  MS_PER_HOUR,
  startOfDay,
  type Instant,
} from '#lib/time.ts';
import type { OrderClock } from '../order/work-order.ts';

interface Round {
  readonly calendar: CalendarTable;
  /** 内部期限早于市平台期限的工作日数. */
  readonly aheadDays: number;
  readonly now: Instant;
}

/** The same time of day so many working days before a moment, on a working day. */
function workingDaysBefore(at: Instant, days: number, calendar: CalendarTable): Instant {
  const on = dayOf(at);
  let earlier = on;
  while (!isWorkingDay(calendar, earlier) || workingDaysBetween(calendar, earlier, on) < days)
    earlier = addDays(earlier, -1);
  return instantOf(millis(startOfDay(earlier)) + millis(at) - millis(startOfDay(on)));
}

/**
 * The clock of an order that the city sent down: our own limit, or the city's less the days it takes to look the answer
 * over and send it up, whichever is earlier. When those days are already gone, the city's own moment is all that is left;
 * a limit of the city that has passed limits nothing. The city's moment is fixed, so the clock then runs in plain hours,
 * and a holiday announced late does not move it.
 */
export function underCity(
  clock: OrderClock,
  cityDueAt: Instant | null,
  { calendar, aheadDays, now }: Round,
): OrderClock {
  if (cityDueAt === null || cityDueAt <= now) return clock;
  const ahead = workingDaysBefore(cityDueAt, aheadDays, calendar);
  const [inner, because] =
    ahead > now
      ? [ahead, `内部提前 ${aheadDays} 个工作日`]
      : [cityDueAt, `不足 ${aheadDays} 个工作日，按市平台期限`];
  const { dueAt } = due(clock, calendar);
  if (dueAt !== null && dueAt <= inner) return clock;
  const amount = (millis(inner) - millis(now)) / MS_PER_HOUR;
  return {
    ...clock,
    startAt: now,
    limit: { amount, unit: 'hour' },
    extensions: [],
    because: `市平台期限 ${formatChinese(cityDueAt)}，${because}`,
  };
}
