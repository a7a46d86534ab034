import { due, type CalendarTable } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { takesJoint } from '../clocks.ts';
import type { CaseFile } from '../file/case-file.ts';
import { jointClock, type JointCase } from '../joint/one-clock.ts';
import { isOver, latest } from './course.ts';

export type WholeCase = JointCase & Pick<CaseFile, 'state' | 'legalDueAt' | 'promisedDueAt'>;
/** Until when a bundle as a whole; null while that cannot be said. */
export interface WholeLimits {
  readonly legalDueAt: Instant | null;
  readonly promisedDueAt: Instant | null;
  /** Cases still to be accepted: no clock of theirs runs, so no date of the longest is known. */
  readonly notAccepted: number;
}

/** The latest of these dates; null while one of them is not known. */
const lastOf = (dates: readonly (Instant | null)[]): Instant | null =>
  dates.includes(null) ? null : latest(dates);

/**
 * 一件事的期限 — of what is handled jointly one statutory clock from the first acceptance (行政许可法 26), known although
 * others are not accepted yet; beside it, and for any other bundle, that of the longest case. Pure.
 */
export function limitsOfWhole(cases: readonly WholeCase[], calendar: CalendarTable): WholeLimits {
  const counted = cases.filter((each) => each.legalClock !== null || !isOver(each));
  const notAccepted = counted.filter(({ legalClock }) => legalClock === null).length;
  const joint = counted.filter(takesJoint);
  const clock = jointClock(joint);
  const apart = counted.filter((each) => !takesJoint(each)).map(({ legalDueAt }) => legalDueAt);
  const jointly = joint.length === 0 ? [] : [clock && due(clock, calendar).dueAt];
  return {
    legalDueAt: lastOf([...jointly, ...apart]),
    promisedDueAt: lastOf(counted.map(({ promisedDueAt }) => promisedDueAt)),
    notAccepted,
  };
}
