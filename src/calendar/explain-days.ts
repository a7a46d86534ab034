import { dayNumberAt, dayOfNumber, millis } from '#lib/time.ts';
import type { Clock } from './clock.ts';
import { restStep, runsOf, type Span } from './day-runs.ts';
import type { Course } from './deadline.ts';
import { makeUpName, restName } from './rest-days.ts';
import type { Step } from './steps.ts';
import type { CalendarTable } from './table.ts';

/** What one day is to a clock; days of one label that follow each other make one step. */
interface Label {
  readonly kind: 'counted' | 'rest' | 'paused';
  readonly name: string;
}
/** The days of a clock in working or natural days, from the day after the act to where the count is full. */
export function daySteps(course: Course, clock: Clock, table: CalendarTable): Step[] {
  const { run, last, waiting } = course;
  const first = Math.min(run.begin, Math.max(run.actDay, dayNumberAt(millis(clock.startAt))) + 1);
  const until = waiting ? Math.min(last, waiting.low - 1) : last;
  const runs = runsOf(first, until, (n) => labelOf(n, course, clock, table));
  let counted = 0;
  const steps = runs.map((each): Step => {
    const [from, to] = [dayOfNumber(each.from), dayOfNumber(each.to)];
    const { unit } = clock.limit;
    switch (each.kind) {
      case 'rest':
        return restStep(each, table);
      case 'paused':
        return { kind: 'paused', from, to, reason: each.name, spared: countsIn(each, course), unit };
      case 'counted': {
        const days = countsIn(each, course);
        counted += days;
        const makeUp = each.name || null;
        return { kind: 'counted', from, to, first: counted - days + 1, last: counted, unit, makeUp };
      }
    }
  });
  return [...steps, ...movedStep(course, table)];
}

function labelOf(n: number, { run, stretches }: Course, clock: Clock, table: CalendarTable): Label {
  const stretch = n >= run.begin ? stretches.find(({ low, high }) => low <= n && n < high) : undefined;
  if (stretch) return { kind: 'paused', name: stretch.reasons.join('、') };
  const isNatural = clock.limit.unit === 'natural-day' && n >= run.begin;
  const rest = isNatural ? undefined : restName(table, n);
  if (rest !== undefined) return { kind: 'rest', name: rest };
  return { kind: 'counted', name: (!isNatural && makeUpName(table, n)) || '' };
}

const countsIn = ({ from, to }: Span, { run }: Course): number =>
  run.ruler.count(to + 1) - run.ruler.count(from);

function movedStep({ last, end, stretches }: Course, table: CalendarTable): Step[] {
  const name = restName(table, last);
  if (end === undefined || end === last || name === undefined) return [];
  const reasons = stretches.filter(({ low }) => low > last).flatMap((stretch) => stretch.reasons);
  return [{ kind: 'moved', from: dayOfNumber(last), to: dayOfNumber(end), name, reasons }];
}
