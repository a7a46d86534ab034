import { millis, MS_PER_HOUR, type Instant } from '#lib/time.ts';
import type { OrderClock, WorkOrder } from './work-order.ts';

type Stated = Pick<WorkOrder, 'isRecorded' | 'dueAt'>;

/**
 * The clock of an order that came with a limit of its source: that stays the limit, in plain hours, for it is what the year
 * counts by. One that has passed limits nothing; what it means is said by `isOverAlready`.
 */
export function asStated(clock: OrderClock, { isRecorded, dueAt }: Stated, now: Instant): OrderClock {
  if (isRecorded !== true || dueAt === null || dueAt <= now) return clock;
  const amount = (millis(dueAt) - millis(now)) / MS_PER_HOUR;
  return { ...clock, limit: { amount, unit: 'hour' }, because: '来源所述期限' };
}

/** What an order is counted by was over before anybody here was given it: no later clock makes that in time. */
export const isOverAlready = (
  { clock, countedDueAt }: Pick<WorkOrder, 'clock' | 'countedDueAt'>,
  now: Instant,
): boolean => clock === null && countedDueAt !== null && countedDueAt < now;
