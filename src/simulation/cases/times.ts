import { isWorkingDay, type CalendarTable } from '#calendar/index.ts';
import { day, dayNumber, dayOfNumber, dayStart, MS_PER_DAY, weekdayOfNumber } from '#lib/time.ts';
import type { Chance } from '../chance.ts';
import type { Group } from './targets.ts';

/** By month: counters were shut for most of February 2020, and busy once the firms were back. */
const BY_MONTH = [0.85, 0.22, 0.9, 1.05, 1.12, 1.12, 1.1, 1.04, 1.06, 0.9, 1.0, 1.08];
/** By weekday, Monday first. */
const BY_WEEKDAY = [1.25, 1.08, 1.0, 0.98, 0.92, 0.5, 0.45];
/** 5+2: from 11 May 2020 some counters of the hall take bookings at weekends; villages always have. */
const BOOKED_SINCE = '2020-05-11';
const WEEKEND: Readonly<Partial<Record<Group, number>>> = { department: 0.12, village: 0.15 };

/** Days of a stretch of the year with how likely somebody comes, summed up. */
interface Days {
  readonly numbers: readonly number[];
  readonly sums: readonly number[];
}
export type Moments = (group: Group, by: Chance) => number;

function weightOf(calendar: CalendarTable, number: number, group: Group): number {
  const on = dayOfNumber(number);
  const month = new Date(number * MS_PER_DAY).getUTCMonth();
  const weight = BY_MONTH[month]! * BY_WEEKDAY[weekdayOfNumber(number) - 1]!;
  if (isWorkingDay(calendar, on)) return weight;
  const share = WEEKEND[group] ?? 0;
  return on >= BOOKED_SINCE || group === 'village' ? weight * share : 0;
}

function daysOf(calendar: CalendarTable, group: Group, [from, to]: readonly [number, number]): Days {
  const numbers = Array.from({ length: to - from }, (_, n) => from + n);
  let sum = 0;
  return { numbers, sums: numbers.map((number) => (sum += weightOf(calendar, number, group))) };
}

/** The last day on which something is received that must be accepted, or end, within the year. */
const LAST: Readonly<Record<Group, string>> = {
  undifferentiated: '12-18',
  engineering: '12-11',
  utilities: '12-11',
  handedDistrict: '12-11',
  handedCity: '12-31',
  department: '12-31',
  resumption: '12-31',
  town: '12-31',
  village: '12-31',
  turnedAway: '11-10',
};
/** What is not decided at the counter needs so much of the year after it. */
export const COURSE_LAST = '12-18';
/** What goes through several stages, each waiting for the last, begins before. */
export const BUNDLES_LAST = '10-10';
/** What has more to come than a straight course begins before. */
export const EVENTFUL_LAST = '11-01';

/** Most come in the morning; offices are open as the calendar says. */
const MORNING = 0.58;
function timeOfDay({ hours: { spans } }: CalendarTable, by: Chance): number {
  const [opens, closes] = by.happens(MORNING) ? spans[0]! : spans.at(-1)!;
  return opens + (closes - opens) * by.next();
}

/** Draws moments at which somebody comes to a counter: on a working day, in office hours, seldom at a weekend. */
export function momentsOf(calendar: CalendarTable, year: number): Moments {
  const known = new Map<Group, Days>();
  const from = dayNumber(day(`${year}-01-01`));
  return (group, by) => {
    const days =
      known.get(group) ?? daysOf(calendar, group, [from, dayNumber(day(`${year}-${LAST[group]}`)) + 1]);
    known.set(group, days);
    const at = by.next() * days.sums.at(-1)!;
    let [low, high] = [0, days.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days.sums[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return Math.floor(dayStart(days.numbers[low]!) + timeOfDay(calendar, by));
  };
}
