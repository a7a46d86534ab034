import { dayNumberAt, dayOfNumber, dayStart, MS_PER_HOUR } from '#lib/time.ts';
import type { Clock } from './clock.ts';
import type { Course } from './deadline.ts';
import { restStep, runsOf } from './day-runs.ts';
import { standstill, type Stretch } from './pauses.ts';
import { restName } from './rest-days.ts';
import type { Step } from './steps.ts';
import type { CalendarTable } from './table.ts';

/** The hours of a clock: its standstills first, then the days with the hours each of them gave. */
export function hourSteps(course: Course, clock: Clock, table: CalendarTable): Step[] {
  const endMs = course.end ?? course.waiting?.fromMs ?? course.last;
  const pauses = course.stretches.filter(({ high, fromMs }) => high > course.run.begin && fromMs < endMs);
  return [
    ...pauses.map((stretch) => pausedStep(stretch, course, clock)),
    ...workSteps({ ...course, end: endMs }, clock, table),
  ];
}

function pausedStep({ low, high, fromMs, reasons }: Stretch, { run }: Course, clock: Clock): Step {
  const spared = run.ruler.count(high) - run.ruler.count(Math.max(low, run.begin));
  return {
    kind: 'paused',
    from: dayOfNumber(dayNumberAt(fromMs)),
    to: dayOfNumber(dayNumberAt(high - 1)),
    reason: reasons.join('、'),
    spared: spared / MS_PER_HOUR,
    unit: clock.limit.unit,
  };
}

function workSteps(course: Course & { readonly end: number }, clock: Clock, table: CalendarTable): Step[] {
  const { unit } = clock.limit;
  const [first, last] = [dayNumberAt(course.run.begin), dayNumberAt(course.end)];
  // Around the clock, a list of days with 24 hours each would say nothing.
  if (unit === 'hour')
    return [hoursStep(first, last, hoursWithin(course, course.run.begin, course.end), unit)];
  const runs = runsOf(first, last, (n) => labelOf(n, course, table));
  return runs.flatMap((each): Step[] => {
    const days = each.to - each.from + 1;
    if (each.kind === 'hours')
      return each.hours > 0 ? [hoursStep(each.from, each.to, each.hours * days, unit)] : [];
    return [restStep(each, table)];
  });
}

interface Label {
  readonly kind: 'rest' | 'hours';
  readonly name: string;
  readonly hours: number;
}

function labelOf(n: number, course: Course & { readonly end: number }, table: CalendarTable): Label {
  const rest = restName(table, n);
  if (rest !== undefined) return { kind: 'rest', name: rest, hours: 0 };
  const from = Math.max(dayStart(n), course.run.begin);
  const hours = hoursWithin(course, from, Math.min(dayStart(n + 1), course.end));
  return { kind: 'hours', name: String(hours), hours };
}

/** Hours that count from one moment to another. */
function hoursWithin({ run, stretches }: Course, from: number, to: number): number {
  const counts = run.ruler.count(to) - run.ruler.count(from);
  return (counts - standstill(stretches, run.ruler, from, to)) / MS_PER_HOUR;
}

const hoursStep = (from: number, to: number, hours: number, unit: Clock['limit']['unit']): Step => ({
  kind: 'hours',
  from: dayOfNumber(from),
  to: dayOfNumber(to),
  hours,
  unit,
});
