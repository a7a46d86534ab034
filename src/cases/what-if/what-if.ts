import { deadline, type CalendarTable, type Clock, type Limit } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { inTime } from '../clocks.ts';

/** A case that was decided, with one of its clocks as it stood at the end: its limit, pauses and extensions. */
export interface DecidedCase {
  readonly id: string;
  readonly number: string;
  readonly decidedAt: Instant;
  readonly workingDaysUsed: number | null;
  readonly clock: Clock;
}
/** A case that would have been late under the other limit and was not under its own. */
export interface LateCase extends Omit<DecidedCase, 'clock'> {
  readonly dueAt: Instant | null;
  readonly wouldBeDueAt: Instant | null;
}
export interface WhatIf {
  readonly cases: number;
  /** Late under the limit each had. */
  readonly late: number;
  /** Late under the other limit, those already late among them. */
  readonly wouldBeLate: number;
  /** Late now and in time under the other limit: none when it is shorter. */
  readonly wouldBeSpared: number;
  readonly newlyLate: readonly LateCase[];
}

/**
 * What the cases would have been under another limit: the same beginning, pauses and extensions, the decision on the same
 * moment. A pause that began after the shorter limit was over spares nothing, as the calendar has it. Pure.
 */
export function whatIf(all: readonly DecidedCase[], limit: Limit, calendar: CalendarTable): WhatIf {
  const looked = all.map(({ clock, ...row }) => {
    const [own, other] = [deadline(clock, calendar), deadline({ ...clock, limit }, calendar)];
    const [isLate, wouldBeLate] = [own, other].map(({ dueAt }) => !inTime(row.decidedAt, dueAt));
    return { row, own, other, isLate, wouldBeLate };
  });
  const newly = looked.filter(({ isLate, wouldBeLate }) => wouldBeLate && !isLate);
  return {
    cases: all.length,
    late: looked.filter(({ isLate }) => isLate).length,
    wouldBeLate: looked.filter(({ wouldBeLate }) => wouldBeLate).length,
    wouldBeSpared: looked.filter(({ isLate, wouldBeLate }) => isLate && !wouldBeLate).length,
    newlyLate: newly.map(({ row, own, other }) => ({
      ...row,
      dueAt: own.dueAt,
      wouldBeDueAt: other.dueAt,
    })),
  };
}
