import { millis, MS_PER_HOUR, type Instant } from '#lib/time.ts';
import { totalOf, type Clock, type Unit } from './clock.ts';
import { courseOf, type Course } from './deadline.ts';
import { standstill } from './pauses.ts';
import type { CalendarTable } from './table.ts';

export type Light = 'green' | 'yellow' | 'red';
/** Yellow from so much left, in the clock's own unit. No national threshold exists: a setting. */
export type Thresholds = Readonly<Record<Unit, number>>;

/** A reminder one working day before the limit is what 电子监察 rules agree on. */
export const standardThresholds: Thresholds = {
  'working-day': 1,
  'natural-day': 1,
  hour: 2,
  'working-hour': 2,
};

const grain = (unit: Unit): number => (unit === 'hour' || unit === 'working-hour' ? MS_PER_HOUR : 1);

function usedOf({ run, stretches }: Course, untilMs: number): number {
  const { ruler, usedFrom } = run;
  const gone = ruler.gone(untilMs);
  if (gone <= usedFrom) return 0;
  return ruler.count(gone) - ruler.count(usedFrom) - standstill(stretches, ruler, usedFrom, gone);
}

/** Time used by a moment, in the clock's unit: the day of the act is not counted, today is, pauses are not. */
export function used(clock: Clock, until: Instant, table: CalendarTable): number {
  return usedOf(courseOf(clock, table), millis(until)) / grain(clock.limit.unit);
}

/**
 * Time left at a moment, in the clock's unit; negative says by how much it is late. A last day moved to the next
 * working day counts with the days in between; a clock that stands still keeps what it had.
 */
export function remaining(clock: Clock, at: Instant, table: CalendarTable): number {
  return remainingOf(courseOf(clock, table), clock, millis(at));
}

function remainingOf(course: Course, clock: Clock, atMs: number): number {
  const per = grain(clock.limit.unit);
  const whole =
    course.end === undefined ? totalOf(clock) : usedOf(course, course.run.ruler.moment(course.end)) / per;
  return whole - usedOf(course, atMs) / per;
}

/** Green, yellow when little is left, red when it is over (电子监察). */
export function light(
  clock: Clock,
  now: Instant,
  table: CalendarTable,
  thresholds: Thresholds = standardThresholds,
): Light {
  const course = courseOf(clock, table);
  const nowMs = millis(now);
  if (course.end !== undefined && nowMs > course.run.ruler.moment(course.end)) return 'red';
  return remainingOf(course, clock, nowMs) <= thresholds[clock.limit.unit] ? 'yellow' : 'green';
}
