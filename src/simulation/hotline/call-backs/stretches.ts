import { day, dayNumber, dayStart, MS_PER_DAY, MS_PER_HOUR, weekdayOfNumber } from '#lib/time.ts';
import type { Plan } from '../plan.ts';

/** Two weeks of closed orders out of which one lot is drawn, on the Monday after; days as numbers, both ends included. */
export interface Stretch {
  /** The first lot of the year is 1. */
  readonly number: number;
  readonly from: number;
  readonly to: number;
  /** The last day on which its callers are telephoned. */
  readonly calledUntil: number;
}
const LENGTH = 14;
/** Days left to telephone those of the last lot: what is said later is the next year's. */
const LAST_CALLS = 4;
const SUNDAY = 7;

/** The stretches of a year, each ending on a Sunday; the last one as late as its callers can still be reached in the year. */
export function stretchesOf(year: number): readonly Stretch[] {
  const first = dayNumber(day(`${year}-01-01`));
  const end = dayNumber(day(`${year}-12-31`));
  const latest = end - LAST_CALLS;
  const last = latest - (weekdayOfNumber(latest) % SUNDAY);
  const count = Math.ceil((last - first + 1) / LENGTH);
  return Array.from({ length: count }, (_, n) => {
    const to = last - (count - 1 - n) * LENGTH;
    const from = Math.max(first, to - LENGTH + 1);
    return { number: n + 1, from, to, calledUntil: Math.min(end, to + LENGTH - 3) };
  });
}

/** When a lot is drawn: at half past eight on the Monday. */
export const drawnAt = ({ to }: Stretch): number => dayStart(to + 1) + 8.5 * MS_PER_HOUR;

/** What is closed in a stretch has mostly come so long before. */
const HANDLING = 6 * MS_PER_DAY;
const ENDS_CLOSED: ReadonlySet<string> = new Set([
  'handled',
  'carriedOut',
  'carriedIn',
  'twin',
  'letterTwin',
]);

/**
 * How many of `total` are drawn from each stretch: in proportion to what came for it, rounded so that they add up. It is
 * reckoned before anything is closed; what a stretch cannot give the next one does.
 */
export function sizesOf(plan: Plan, stretches: readonly Stretch[], total: number): readonly number[] {
  const came = stretches.map(() => 0);
  for (let index = 0; index < plan.count; index++) {
    const at = plan.registeredAt[index]! + HANDLING;
    if (!ENDS_CLOSED.has(plan.fateOf(index)) || at < dayStart(stretches[0]!.from)) continue;
    const n = stretches.findIndex(({ to }) => at < dayStart(to + 1));
    if (n !== -1) came[n]! += 1;
  }
  const all = came.reduce((sum, each) => sum + each, 0);
  let [before, given] = [0, 0];
  return came.map((each) => {
    before += each;
    const until = Math.round((total * before) / all);
    const size = until - given;
    given = until;
    return size;
  });
}
