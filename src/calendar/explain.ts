import { dayNumberAt, dayOfNumber, instantOf, millis } from '#lib/time.ts';
import { totalOf, type Clock } from './clock.ts';
import { courseOf, deadlineOf, doubtfulYear, type Course, type Deadline } from './deadline.ts';
import { daySteps } from './explain-days.ts';
import { hourSteps } from './explain-hours.ts';
import { restName } from './rest-days.ts';
import type { Step } from './steps.ts';
import type { CalendarTable } from './table.ts';

export interface Due extends Deadline {
  /** Why it is due then, or why there is no date yet. `lines(steps)` says it in Chinese. */
  readonly steps: readonly Step[];
}

/** When a clock is due, and how that was counted, day by day with like days together. */
export function due(clock: Clock, table: CalendarTable): Due {
  const course = courseOf(clock, table);
  return { ...deadlineOf(course, clock, table), steps: stepsOf(course, clock, table) };
}

function stepsOf(course: Course, clock: Clock, table: CalendarTable): Step[] {
  const isDays = clock.limit.unit === 'working-day' || clock.limit.unit === 'natural-day';
  const counted = isDays ? daySteps(course, clock, table) : hourSteps(course, clock, table);
  return [
    startStep(course, clock, table),
    ...extensionSteps(clock),
    ...counted,
    endStep(course, clock, table),
  ];
}

function startStep({ run }: Course, clock: Clock, table: CalendarTable): Step {
  const on = dayNumberAt(millis(clock.startAt));
  return {
    kind: 'start',
    on: dayOfNumber(on),
    at: clock.startAt,
    unit: clock.limit.unit,
    restDay: restName(table, on) ?? null,
    takenOn: run.actDay === on ? null : dayOfNumber(run.actDay),
    isSameDay: totalOf(clock) === 0,
  };
}

function extensionSteps(clock: Clock): Step[] {
  const { unit } = clock.limit;
  let total = clock.limit.amount;
  return clock.extensions.map(({ amount, reason, approvedAt }) => {
    if (approvedAt === null) return { kind: 'unapproved', amount, unit, reason };
    total += amount;
    return { kind: 'extended', amount, unit, reason, total };
  });
}

function endStep(course: Course, clock: Clock, table: CalendarTable): Step {
  const { waiting, end, run } = course;
  if (waiting) {
    return {
      kind: 'waiting',
      since: dayOfNumber(dayNumberAt(waiting.fromMs)),
      reason: waiting.reasons.join('、'),
    };
  }
  const dueMs = run.ruler.moment(end ?? course.last);
  const on = dayOfNumber(dayNumberAt(dueMs));
  return { kind: 'due', on, at: instantOf(dueMs), doubtfulYear: doubtfulYear(course, clock, table) ?? null };
}
