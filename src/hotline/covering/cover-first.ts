import { refuse } from '#lib/refusal.ts';
import type { WorkOrder } from '../order/work-order.ts';
import './refusals.ts';

/** Refuses to give a confidential order to a unit before an officer has read, in its words, that they tell nobody's name. */
export function refuseUnread({
  isConfidential,
  isCoverRead,
}: Pick<WorkOrder, 'isConfidential' | 'isCoverRead'>): void {
  if (isConfidential === true && isCoverRead !== true) refuse('hotline.cover-first');
}
