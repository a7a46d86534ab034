import { dayNumberAt, dayOfNumber, instantOf, millis, type Day, type Instant } from '#lib/time.ts';
import { clockOf, type Clock, type Pause } from './clock.ts';
import { stretchesOf, type Stretch } from './pauses.ts';
import { runOf, type Run } from './rulers.ts';
import type { CalendarTable } from './table.ts';
import { unpublishedYear } from './working-days.ts';

export interface Deadline {
  /** The moment the period is over; null while the clock stands still before it. */
  readonly dueAt: Instant | null;
  readonly dueOn: Day | null;
  /** The holidays of a year it runs through are not published yet: the day may move. */
  readonly provisional: boolean;
}

/** A clock laid out, for those who explain it. Positions are those of the run's ruler. */
export interface Course {
  readonly run: Run;
  /** Those that began in time; a later one changes nothing. */
  readonly stretches: readonly Stretch[];
  /** Where the count was full. */
  readonly last: number;
  /** Where the period ends: `last`, or the next working day. Undefined while it stands still. */
  readonly end: number | undefined;
  /** The stretch that has no end yet and holds the period up. */
  readonly waiting: Stretch | undefined;
}

/** The pauses of a clock as they end by the calendar of today. */
export const pausesIn = ({ pauses }: Pick<Clock, 'pauses'>, table: CalendarTable): readonly Pause[] =>
  pauses.map((pause) => (pause.told === undefined ? pause : endedAsTold(pause, pause.told, table)));

function endedAsTold(pause: Pause, told: number, table: CalendarTable): Pause {
  const days = courseOf(clockOf(pause.from, { amount: told, unit: 'working-day' }), table);
  const over = instantOf(days.run.ruler.moment(days.end!)); // Without pauses it always ends.
  return pause.to !== null && pause.to <= over ? pause : { ...pause, to: over };
}

/**
 * The last counted position, with every stretch before it leapt over. A stretch that begins when the period is
 * already over changes nothing: nobody repairs a missed deadline by a later hearing.
 */
export function courseOf(clock: Clock, table: CalendarTable): Course {
  const run = runOf(clock, table);
  const { ruler, begin } = run;
  const stretches = stretchesOf(pausesIn(clock, table), ruler);
  let target = ruler.count(begin) + run.needed;
  // No hours at all, begun outside business hours: at once, not at the closing before.
  let last = Math.max(begin, ruler.reach(target));
  for (const stretch of stretches) {
    if (stretch.high <= begin) continue;
    if (stretch.low > last || stretch.fromMs >= ruler.moment(ruler.settle(last))) break;
    if (stretch.high === Infinity) return { run, stretches, last, end: undefined, waiting: stretch };
    target += ruler.count(stretch.high) - ruler.count(Math.max(stretch.low, begin));
    last = ruler.reach(target);
  }
  const { end, waiting } = settled(ruler.settle(last), run, stretches);
  const inTime = end === undefined ? stretches : stretches.filter(({ fromMs }) => fromMs < ruler.moment(end));
  return { run, stretches: inTime, last, end, waiting };
}

/** A last day moved to a working day may meet a stretch that began meanwhile: then it moves on behind that. */
function settled(
  first: number,
  { ruler }: Run,
  stretches: readonly Stretch[],
): Pick<Course, 'end' | 'waiting'> {
  let end = first;
  for (const stretch of stretches) {
    const isInside = stretch.low <= end && end < stretch.high && stretch.fromMs < ruler.moment(end);
    if (!isInside) continue;
    if (stretch.high === Infinity) return { end: undefined, waiting: stretch };
    end = ruler.settle(stretch.high);
  }
  return { end, waiting: undefined };
}

/** The year that makes a course provisional, if one does. Hours that run around the clock need no calendar. */
export function doubtfulYear(course: Course, clock: Clock, table: CalendarTable): number | undefined {
  if (course.end === undefined || clock.limit.unit === 'hour') return undefined;
  return unpublishedYear(
    table,
    dayNumberAt(millis(clock.startAt)),
    dayNumberAt(course.run.ruler.moment(course.end)),
  );
}

/** When a clock is due, without the explanation: for a hundred thousand of them. */
export function deadline(clock: Clock, table: CalendarTable): Deadline {
  return deadlineOf(courseOf(clock, table), clock, table);
}

export function deadlineOf(course: Course, clock: Clock, table: CalendarTable): Deadline {
  if (course.end === undefined) return { dueAt: null, dueOn: null, provisional: false };
  const dueMs = course.run.ruler.moment(course.end);
  return {
    dueAt: instantOf(dueMs),
    dueOn: dayOfNumber(dayNumberAt(dueMs)),
    provisional: doubtfulYear(course, clock, table) !== undefined,
  };
}
