import {
  dayNumber,
  dayNumberAt,
  dayOfNumber,
  formatDay,
  formatWeekday,
  millis,
  type Day,
} from '#lib/time.ts';
import type { Clock } from './clock.ts';
import { deadline, type Deadline } from './deadline.ts';
import { restText } from './lines.ts';
import { makeUpName, restName } from './rest-days.ts';
import type { CalendarTable } from './table.ts';

/** A day that two tables see differently. */
export interface ChangedDay {
  readonly on: Day;
  readonly isWorked: boolean;
  /** 工作日, 春节假期, 春节调休上班日. */
  readonly was: string;
  readonly is: string;
  /** Title of the notice that says so now; null when a row was taken away. */
  readonly notice: string | null;
}

export interface RecomputedClock {
  readonly id: string;
  readonly was: Deadline;
  readonly is: Deadline;
  /**
   * `moved`: another moment. `confirmed` and `doubtful`: the same moment, no longer or now provisional. `retold`: the same
   * moment for other reasons, as when a day off and a day made up cancel each other.
   */
  readonly outcome: 'moved' | 'confirmed' | 'doubtful' | 'retold';
  /** The changed days this clock runs through. None when business hours or counting rules changed. */
  readonly because: readonly ChangedDay[];
}

function describe(table: CalendarTable, n: number): string {
  const makeUp = makeUpName(table, n);
  if (makeUp !== undefined) return `${makeUp}调休上班日`;
  const rest = restName(table, n);
  return rest === undefined ? '工作日' : restText(rest);
}

/** Days that are worked under one table and not under the other, in order. */
export function changedDays(before: CalendarTable, after: CalendarTable): ChangedDay[] {
  // Only days that break the weekday rule in exactly one table can differ.
  const [was, is] = [new Set(before.exceptions), new Set(after.exceptions)];
  const differing = [
    ...before.exceptions.filter((n) => !is.has(n)),
    ...after.exceptions.filter((n) => !was.has(n)),
  ];
  return differing
    .sort((a, b) => a - b)
    .map((n) => ({
      on: dayOfNumber(n),
      isWorked: restName(after, n) === undefined,
      was: describe(before, n),
      is: describe(after, n),
      notice: after.noticeOf.get(after.inForce.get(n)?.notice ?? '')?.title ?? null,
    }));
}

/** `2020年1月31日（周五）由工作日改为春节假期（《…通知》）`. */
export function changeLine({ on, was, is, notice }: ChangedDay): string {
  const source = notice === null ? '' : `（《${notice}》）`;
  return `${formatDay(on)}（${formatWeekday(on)}）由${was}改为${is}${source}`;
}

/**
 * The clocks whose deadline, or its reasons, a new table changes, with the old and the new one and the days that did it.
 * The caller gives the open clocks: a closed case keeps the table it was counted with.
 */
export function recompute(
  clocks: Iterable<{ readonly id: string; readonly clock: Clock }>,
  before: CalendarTable,
  after: CalendarTable,
): RecomputedClock[] {
  if (before.version === after.version) return [];
  const days = changedDays(before, after);
  const recomputed: RecomputedClock[] = [];
  for (const { id, clock } of clocks) {
    const was = deadline(clock, before);
    const is = deadline(clock, after);
    const because = daysWithin(days, clock, [was, is]);
    const outcome = outcomeOf(was, is) ?? (because.length > 0 ? 'retold' : undefined);
    if (outcome) recomputed.push({ id, was, is, outcome, because });
  }
  return recomputed;
}

function outcomeOf(was: Deadline, is: Deadline): RecomputedClock['outcome'] | undefined {
  if (was.dueAt !== is.dueAt) return 'moved';
  if (was.provisional === is.provisional) return undefined;
  return is.provisional ? 'doubtful' : 'confirmed';
}

function daysWithin(days: readonly ChangedDay[], clock: Clock, ends: readonly Deadline[]): ChangedDay[] {
  const start = dayNumberAt(millis(clock.startAt));
  // Without a date the clock still stands: every change since its start may have mattered.
  const last = Math.max(...ends.map(({ dueOn }) => (dueOn === null ? Infinity : dayNumber(dueOn))));
  return days.filter(({ on }) => dayNumber(on) >= start && dayNumber(on) <= last);
}
