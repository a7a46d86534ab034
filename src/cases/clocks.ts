import {
  clockOf,
  due,
  used,
  type CalendarTable,
  type Clock,
  type Extension,
  type Limit,
  type Pause,
  type Step,
} from '#calendar/index.ts';
import { dayOf, daysBetween, type Day, type Instant } from '#lib/time.ts';
import type { Course } from '#catalogue/index.ts';

/** A limit as an item states it. */
export interface StatedLimit {
  readonly days: number;
  readonly unit: 'working' | 'natural';
}
/** What is known of an item's limits; null where its record is silent. */
export interface Limits {
  readonly legal: StatedLimit | null;
  readonly promised: StatedLimit | null;
  readonly isLicence: boolean;
  readonly isInstant: boolean;
  /** 统一、联合、集中办理 (行政许可法 26): 45 days instead of 20. */
  readonly isJoint: boolean;
}
/** The columns of a case that say until when. A clock that stands still has no date. */
export interface Clocks {
  readonly legalClock: Clock;
  readonly legalDueAt: Instant | null;
  readonly legalDueBecause: readonly Step[];
  readonly promisedClock: Clock;
  readonly promisedDueAt: Instant | null;
  readonly promisedDueBecause: readonly Step[];
}
export type Running = Pick<Clocks, 'legalClock' | 'promisedClock'>;

/** What a course says of its limits. `isJoint` stays with the case: several bodies decide together. */
export const limitsOf = (course: Course, isJoint = false): Limits => ({
  legal: course.legalLimit,
  promised: course.promisedLimit,
  isLicence: course.isLicence,
  isInstant: course.isInstant,
  isJoint,
});

/** Whether the days of joint handling hold for a case: 45, and at most 15 more (行政许可法 26, 42). */
export const takesJoint = ({ isJoint }: { readonly isJoint: boolean | null }): boolean => isJoint === true;

const limitOf = ({ days, unit }: StatedLimit): Limit => ({
  amount: days,
  unit: unit === 'working' ? 'working-day' : 'natural-day',
});

/**
 * The statutory limit: what the item states; a licence that states none has what the Licensing Law gives; anything else is
 * held to its promise. Null when neither is known.
 */
function legalLimit(
  limits: Limits,
  rules: { readonly licenceDays: number; readonly jointDays: number },
): Limit | null {
  if (limits.isJoint) return { amount: rules.jointDays, unit: 'working-day' };
  if (limits.legal) return limitOf(limits.legal);
  if (limits.isLicence) return { amount: rules.licenceDays, unit: 'working-day' };
  return limits.promised
    ? limitOf(limits.promised)
    : limits.isInstant
      ? { amount: 0, unit: 'working-day' }
      : null;
}

/** The promised limit: what the item promises, the same day for an instant item, else the statutory one. */
const promisedLimit = ({ promised, isInstant }: Limits, legal: Limit): Limit =>
  promised ? limitOf(promised) : isInstant ? { amount: 0, unit: 'working-day' } : legal;

/** Both clocks with what follows from them. */
export function timed({ legalClock, promisedClock }: Running, calendar: CalendarTable): Clocks {
  const legal = due(legalClock, calendar);
  const promised = due(promisedClock, calendar);
  return {
    legalClock,
    legalDueAt: legal.dueAt,
    legalDueBecause: legal.steps,
    promisedClock,
    promisedDueAt: promised.dueAt,
    promisedDueBecause: promised.steps,
  };
}

/** Both clocks from the acceptance on. Null when the item states no limit at all. */
export function started(
  limits: Limits,
  rules: { readonly licenceDays: number; readonly jointDays: number },
  at: Instant,
): Running | null {
  const legal = legalLimit(limits, rules);
  return (
    legal && { legalClock: clockOf(at, legal), promisedClock: clockOf(at, promisedLimit(limits, legal)) }
  );
}

export const paused = (clock: Clock, pause: Pause): Clock => ({ ...clock, pauses: [...clock.pauses, pause] });
/**
 * Ends one pause that began at `from` for `reason`, unless it is over already by the end it was given; two that overlap are
 * merged by the calendar.
 */
export function resumed(clock: Clock, { from, reason }: Pick<Pause, 'from' | 'reason'>, to: Instant): Clock {
  const ended = clock.pauses.findIndex(
    (each) => (each.to === null || each.to > to) && each.from === from && each.reason === reason,
  );
  return { ...clock, pauses: clock.pauses.map((each, n) => (n === ended ? { ...each, to } : each)) };
}
export const lengthened = (clock: Clock, extension: Extension): Clock => ({
  ...clock,
  extensions: [...clock.extensions, extension],
});

/** Whether something done at a moment is in time; what has no date yet (the clock stands still) is. */
export const inTime = (at: Instant, dueAt: Instant | null): boolean => dueAt === null || at <= dueAt;

interface Decided {
  readonly isOnTime: boolean;
  readonly isPromiseKept: boolean;
  readonly workingDaysUsed: number;
}
/**
 * What the year counts of a decision: on time by both clocks, and the working days it took, pauses not counted. It took
 * from `acceptedAt`: the statutory clock of a joint case began with the first of its bundle.
 */
export function tookUntil(
  at: Instant,
  clocks: Running & { readonly acceptedAt?: Instant | null },
  calendar: CalendarTable,
): Decided {
  const { legalDueAt, promisedDueAt } = timed(clocks, calendar);
  const { pauses } = clocks.legalClock;
  const startAt = clocks.acceptedAt ?? clocks.legalClock.startAt;
  // Longer than it took: what began after the end of a clock would not be spared.
  const amount = Math.max(0, daysBetween(dayOf(startAt), dayOf(at))) + 1;
  const inWorkingDays = clockOf(startAt, { amount, unit: 'working-day' }, { pauses });
  return {
    isOnTime: inTime(at, legalDueAt),
    isPromiseKept: inTime(at, promisedDueAt),
    workingDaysUsed: Math.max(0, used(inWorkingDays, at, calendar)),
  };
}

/** A term of working days: its clock, which a row keeps so that a holiday announced late moves it, and when it ends. */
export interface Term {
  readonly clock: Clock;
  readonly dueAt: Instant;
  readonly dueOn: Day;
}
/** So many working days after a moment: the day of the act is not counted. */
export function workingTerm(at: Instant, amount: number, calendar: CalendarTable): Term {
  const clock = clockOf(at, { amount, unit: 'working-day' });
  const { dueAt, dueOn } = due(clock, calendar);
  return { clock, dueAt: dueAt!, dueOn: dueOn! }; // Without pauses it always ends.
}
/** The last moment of so many working days after a moment. */
export const workingDaysAfter = (at: Instant, amount: number, calendar: CalendarTable): Instant =>
  workingTerm(at, amount, calendar).dueAt;
