import type { CalendarTable } from '#calendar/index.ts';
import { isWorkingDay } from '#calendar/index.ts';
import {
  dayNumberAt,
  dayOfNumber,
  dayStart,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  weekdayOfNumber,
} from '#lib/time.ts';
import type { Chance } from '../chance.ts';

/* When people call, and when offices work. */

/** Calls by hour of the day, in thousandths: two peaks, few at night. */
const BY_HOUR = [6, 4, 3, 2, 3, 6, 14, 32, 74, 96, 98, 82, 50, 44, 70, 86, 84, 72, 54, 44, 38, 26, 16, 8];
/** By weekday, Monday first. */
const BY_WEEKDAY = [1.22, 1.12, 1.06, 1.03, 1.02, 0.82, 0.73];
/** By month: the epidemic keeps people in, July brings high water, December unpaid wages. */
const BY_MONTH = [0.95, 0.62, 0.88, 0.98, 1.02, 1.08, 1.24, 1.16, 1.06, 0.98, 0.98, 1.05];

const MOST_PER_DAY = Math.max(...BY_WEEKDAY) * Math.max(...BY_MONTH);
const MOST_PER_HOUR = Math.max(...BY_HOUR);

/** How busy a day is, as a part of the busiest day there could be. */
function business(day: number): number {
  const month = new Date(day * MS_PER_DAY).getUTCMonth();
  return (BY_WEEKDAY[weekdayOfNumber(day) - 1]! * BY_MONTH[month]!) / MOST_PER_DAY;
}

/** A moment at which somebody calls, between two days (day numbers, the second not included); drawn by rejection. */
export function callTime(from: number, to: number, by: Chance): number {
  for (;;) {
    const day = by.whole(from, to - 1);
    if (!by.happens(business(day))) continue;
    for (;;) {
      const hour = by.whole(0, 23);
      if (by.happens(BY_HOUR[hour]! / MOST_PER_HOUR))
        return dayStart(day) + hour * MS_PER_HOUR + Math.floor(by.next() * MS_PER_HOUR);
    }
  }
}

const MORNING = 8 * MS_PER_HOUR;
const EVENING = 20 * MS_PER_HOUR;
/** The hotline's own desk is staffed from eight to eight, every day: the moment itself, or the next morning. */
export function onDuty(at: number): number {
  const midnight = dayStart(dayNumberAt(at));
  const time = at - midnight;
  if (time < MORNING) return midnight + MORNING + (time % (40 * MS_PER_MINUTE));
  return time < EVENING ? at : midnight + MS_PER_DAY + MORNING + (time % (40 * MS_PER_MINUTE));
}

/** So much office time after a moment, by the calendar's business hours: what a unit needs that works office hours. */
export function officeTimeLater(calendar: CalendarTable, at: number, needed: number): number {
  let left = needed;
  for (let day = dayNumberAt(at); ; day++) {
    if (!isWorkingDay(calendar, dayOfNumber(day))) continue;
    for (const [opens, closes] of calendar.hours.spans) {
      const from = Math.max(dayStart(day) + opens, at);
      const room = dayStart(day) + closes - from;
      if (room <= 0) continue;
      if (left < room) return from + left;
      left -= room;
    }
  }
}

/** Office time between two moments. */
export function officeTimeBetween(calendar: CalendarTable, from: number, to: number): number {
  let sum = 0;
  for (let day = dayNumberAt(from); day <= dayNumberAt(to); day++) {
    if (!isWorkingDay(calendar, dayOfNumber(day))) continue;
    for (const [opens, closes] of calendar.hours.spans)
      sum += Math.max(0, Math.min(dayStart(day) + closes, to) - Math.max(dayStart(day) + opens, from));
  }
  return sum;
}
