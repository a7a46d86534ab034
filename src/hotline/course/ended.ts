import type { Instant } from '#lib/time.ts';
import type { WorkOrder } from '../order/work-order.ts';

/**
 * What becomes of an order that ends without an answer: it is not due any more, in no year, and nothing that was asked
 * about it waits for a decision.
 */
export const endedUnanswered = (order: WorkOrder, now: Instant) =>
  ({
    closedAt: now,
    isOnTime: null,
    countedDueAt: null,
    isDueLaterYear: null,
    askedExtension: null,
    exclusion: order.exclusion === 'asked' ? null : order.exclusion,
  }) as const;
