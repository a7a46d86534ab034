import type { Instant } from '#lib/time.ts';
import { refuse } from '#lib/refusal.ts';
import { STEP_OVER } from '../order/step.ts';
import type { WorkOrder } from '../order/work-order.ts';

/** Whether a year counts it as due. */
export const isCounted = (order: Pick<WorkOrder, 'countedDueAt'>): boolean => order.countedDueAt !== null;

/** Whether an answer has been given in any round: what came of it is a fact of the year's figures. */
export const wasAnswered = (order: Pick<WorkOrder, 'repliedAt' | 'reworks' | 'reopenings'>): boolean =>
  order.repliedAt !== null || order.reworks !== null || order.reopenings !== null;

/** Refuses to let an answered order vanish: it is answered once more and closed, or voided by two. */
export function mustBeUnanswered(order: WorkOrder): void {
  if (isCounted(order) && wasAnswered(order)) refuse('hotline.answered-once');
}

/**
 * What becomes of an order that ends without an answer: it is not due any more, in no year, and nothing that was asked
 * about it waits for a decision. What was late or answered before it ended stays due: nobody takes back a missed deadline.
 */
export function endedUnanswered(order: WorkOrder, now: Instant) {
  const stays = isCounted(order) && (order.countedDueAt! < now || wasAnswered(order));
  return {
    closedAt: now,
    isOnTime: stays ? false : null,
    countedDueAt: stays ? order.countedDueAt : null,
    isDueLaterYear: stays ? order.isDueLaterYear : null,
    askedExtension: null,
    askedVoid: null,
    ...STEP_OVER,
    exclusion: order.exclusion === 'asked' ? null : order.exclusion,
  } as const;
}
