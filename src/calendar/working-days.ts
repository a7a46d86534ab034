import { dayNumber, dayOfNumber, MS_PER_DAY, weekdayOfNumber, type Day } from '#lib/time.ts';
import type { CalendarTable } from './table.ts';

/*
 * Counting by arithmetic: five working days a week, corrected by the balance of the exceptions up to that day.
 * Any count, near or far, inside the table or beyond it, costs one binary search.
 */
const MONDAY = 3; // day number -3, 29 December 1969, is a Monday

/** Mondays to Fridays before day `n`, counted from 29 December 1969. */
function weekdaysBefore(n: number): number {
  const weeks = Math.floor((n + MONDAY) / 7);
  return weeks * 5 + Math.min(n + MONDAY - weeks * 7, 5);
}

/** The inverse: the day number of the `k`-th of them, from 0. */
function weekdayAt(k: number): number {
  const weeks = Math.floor(k / 5);
  return weeks * 7 + (k - weeks * 5) - MONDAY;
}

/** The first index for which `isPast` holds; it holds for all that follow. */
function firstIndex(length: number, isPast: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True when day number `n` is worked: a make-up day, or a weekday that is no holiday. */
export function isWorking(table: CalendarTable, n: number): boolean {
  const kind = table.inForce.get(n)?.kind ?? 'ordinary';
  return kind === 'ordinary' ? weekdayOfNumber(n) <= 5 : kind === 'make-up';
}

/** Working days before day number `n`; only differences of two such counts mean anything. */
export function workingDaysBefore(table: CalendarTable, n: number): number {
  const { exceptions, balance } = table;
  const next = firstIndex(exceptions.length, (i) => (exceptions[i] ?? n) >= n);
  return weekdaysBefore(n) + (balance[next - 1] ?? 0);
}

/** The day number of the working day that has `k` working days before it: the inverse of `workingDaysBefore`. */
export function workingDayAt(table: CalendarTable, k: number): number {
  const { exceptions, balance } = table;
  const reached = (i: number): number => weekdaysBefore((exceptions[i] ?? 0) + 1) + (balance[i] ?? 0);
  const next = firstIndex(exceptions.length, (i) => reached(i) > k);
  const day = weekdayAt(k - (balance[next - 1] ?? 0));
  // Not before the next exception? Then that is a make-up day, and the one looked for.
  return Math.min(day, exceptions[next] ?? day);
}

/** Day number `n` itself when it is worked, else the next that is. */
export const workingDayFrom = (table: CalendarTable, n: number): number =>
  workingDayAt(table, workingDaysBefore(table, n));

/** True when a day is worked. */
export const isWorkingDay = (table: CalendarTable, on: Day): boolean => isWorking(table, dayNumber(on));

/** Working days after `from`, up to and with `to`: the day of the act is not counted. Negative when `to` is earlier. */
export function workingDaysBetween(table: CalendarTable, from: Day, to: Day): number {
  return workingDaysBefore(table, dayNumber(to) + 1) - workingDaysBefore(table, dayNumber(from) + 1);
}

/** The `days`-th working day after a day, `days` ≥ 1; 0 gives the day itself or the next working day. */
export function addWorkingDays(table: CalendarTable, on: Day, days: number): Day {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  if (days === 0) return dayOfNumber(workingDayFrom(table, dayNumber(on)));
  return dayOfNumber(workingDayAt(table, workingDaysBefore(table, dayNumber(on) + 1) + days - 1));
}

// No notice so far reached further back than 29 December of the year before.
const NEW_YEAR_MARGIN = 6;

/**
 * The first year from one day number to another whose arrangement is not published; undefined when all are.
 * The last days of December wait for next year's notice, which may move New Year's days into them.
 */
export function unpublishedYear(table: CalendarTable, from: number, to: number): number | undefined {
  const last = yearOfNumber(to + NEW_YEAR_MARGIN);
  for (let year = yearOfNumber(from); year <= last; year += 1) {
    if (!table.publishedYears.has(year)) return year;
  }
  return undefined;
}

const yearOfNumber = (n: number): number => new Date(n * MS_PER_DAY).getUTCFullYear();
