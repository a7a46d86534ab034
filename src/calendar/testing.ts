import { day, instant, type Instant } from '#lib/time.ts';
import { clockOf, type Clock, type Limit, type Pause } from './clock.ts';
import { loadChineseDays } from './load-chinese-days.ts';
import { asKnownOn, calendarTable, type CalendarTable, type CountingRules } from './table.ts';

/** The published calendar, as everybody knows it today. */
export const published: CalendarTable = calendarTable(loadChineseDays());

/** The published calendar as it was known on a day. */
export const knownOn = (on: string): CalendarTable => calendarTable(asKnownOn(loadChineseDays(), day(on)));

/** The published calendar under other counting rules. */
export const counting = (rules: Partial<CountingRules>): CalendarTable => {
  const source = loadChineseDays();
  return calendarTable({ ...source, rules: { ...source.rules, ...rules } });
};

/** Shanghai time: `at('2020-03-06 16:00')`. */
export const at = (local: string): Instant => instant(`${local.replace(' ', 'T')}+08:00`);

export const workingDays = (amount: number): Limit => ({ amount, unit: 'working-day' });
export const naturalDays = (amount: number): Limit => ({ amount, unit: 'natural-day' });

/** A pause in Shanghai time; without an end it lasts. */
export const pause = (from: string, to?: string, reason = '听证'): Pause => ({
  from: at(from),
  to: to === undefined ? null : at(to),
  reason,
});

/** Accepted at ten in the morning. */
export const accepted = (on: string, limit: Limit, ...pauses: readonly Pause[]): Clock =>
  clockOf(at(`${on} 10:00`), limit, { pauses });

export const extended = (clock: Clock, amount: number, isApproved = true): Clock => ({
  ...clock,
  extensions: [{ amount, reason: '情况复杂', approvedAt: isApproved ? clock.startAt : null }],
});
