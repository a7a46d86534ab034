import { dayNumberAt, dayStart, millis, MS_PER_HOUR } from '#lib/time.ts';
import { businessTimeUntil, timeWhenGone } from './business-hours.ts';
import { totalOf, type Clock, type Unit } from './clock.ts';
import type { CalendarTable } from './table.ts';
import { isWorking, workingDayAt, workingDayFrom, workingDaysBefore } from './working-days.ts';

/**
 * How one unit lies along time. Positions are day numbers for days, milliseconds for hours; counts are in the
 * ruler's own grain (days, milliseconds), and only their differences mean anything.
 */
export interface Ruler {
  /** Counts before a position. */
  readonly count: (position: number) => number;
  /** The position at which a count is reached: the last day that counts, or the moment. */
  readonly reach: (count: number) => number;
  /** The position the law allows for a last position: a natural last day on a rest day moves on (民法典 203). */
  readonly settle: (position: number) => number;
  /** Milliseconds since 1970 at which a position is over. */
  readonly moment: (position: number) => number;
  /** The positions touched from one moment to another, the second excluded. */
  readonly stretch: (from: number, to: number) => readonly [low: number, high: number];
  /** The position up to which time has gone by at a moment: today is gone, as the last day is part of a period. */
  readonly gone: (ms: number) => number;
}

/** A clock laid along its ruler: from `begin` on, `needed` counts are to pass. */
export interface Run {
  readonly ruler: Ruler;
  readonly begin: number;
  readonly needed: number;
  /** The first position that counts as used; later than `begin` only for a same-day limit. */
  readonly usedFrom: number;
  /** The day the act is taken for, which is itself not counted. */
  readonly actDay: number;
}

const same = (x: number): number => x;
const touchedDays = (from: number, to: number): readonly [number, number] => [
  dayNumberAt(from),
  // A day touched by a pause is not counted; one that ends at midnight sharp does not touch the day that begins.
  to === Infinity ? Infinity : dayNumberAt(to - 1) + 1,
];

/** When a day is over for the public: at closing, or a millisecond before midnight, so that it is still that day. */
const dayEnd = (table: CalendarTable, n: number): number =>
  table.rules.dayEnds === 'closing' ? dayStart(n) + table.hours.closes : dayStart(n + 1) - 1;

function businessTimeBefore(table: CalendarTable, ms: number): number {
  const n = dayNumberAt(ms);
  const today = isWorking(table, n) ? businessTimeUntil(table.hours, ms - dayStart(n)) : 0;
  return workingDaysBefore(table, n) * table.hours.total + today;
}

function momentOfBusinessTime(table: CalendarTable, gone: number): number {
  // Ends at a day's closing, not at the next opening: the last hour of Friday is over on Friday.
  const days = Math.ceil(gone / table.hours.total) - 1;
  const n = workingDayAt(table, days);
  return dayStart(n) + timeWhenGone(table.hours, gone - days * table.hours.total);
}

function rulerOf(unit: Unit, table: CalendarTable): Ruler {
  const days = {
    moment: (n: number) => dayEnd(table, n),
    stretch: touchedDays,
    gone: (ms: number) => dayNumberAt(ms) + 1,
  };
  const moments = {
    settle: same,
    moment: same,
    gone: same,
    stretch: (from: number, to: number) => [from, to] as const,
  };
  switch (unit) {
    case 'working-day':
      return {
        ...days,
        count: (n) => workingDaysBefore(table, n),
        reach: (count) => workingDayAt(table, count - 1),
        settle: same,
      };
    case 'natural-day':
      return { ...days, count: same, reach: (count) => count - 1, settle: (n) => workingDayFrom(table, n) };
    case 'hour':
      return { ...moments, count: same, reach: same };
    case 'working-hour':
      return {
        ...moments,
        count: (ms) => businessTimeBefore(table, ms),
        reach: (gone) => momentOfBusinessTime(table, gone),
      };
  }
}

/** The day an act is taken for: its own, or the next working day where the rules say so for acts outside hours. */
function actDayOf(startMs: number, table: CalendarTable): number {
  const n = dayNumberAt(startMs);
  if (table.rules.outsideHours === 'day-of-act') return n;
  const isOpen = isWorking(table, n) && startMs < dayStart(n) + table.hours.closes;
  return isOpen ? n : workingDayFrom(table, n + 1);
}

export function runOf(clock: Clock, table: CalendarTable): Run {
  const ruler = rulerOf(clock.limit.unit, table);
  const start = millis(clock.startAt);
  const total = totalOf(clock);
  const actDay = actDayOf(start, table);
  if (clock.limit.unit === 'hour' || clock.limit.unit === 'working-hour') {
    return { ruler, begin: start, needed: Math.round(total * MS_PER_HOUR), usedFrom: start, actDay };
  }
  const isTaken = actDay > dayNumberAt(start); // taken for a later day: that one is open
  if (total === 0) {
    const isOpen = isTaken || start < dayEnd(table, actDay);
    const begin = workingDayFrom(table, isOpen ? actDay : actDay + 1);
    return { ruler, begin, needed: 1, usedFrom: begin + 1, actDay };
  }
  // An act on a rest day counts from the next working day, in natural days as well.
  const begin = isWorking(table, actDay) ? actDay + 1 : workingDayFrom(table, actDay);
  return { ruler, begin, needed: total, usedFrom: begin, actDay };
}
