import type { CallBack, WorkOrder } from './work-order.ts';
import type { CallBackResult } from './words.ts';

type Called = Pick<WorkOrder, 'callBacks' | 'calledBackAt' | 'callBackResult' | 'isSolved' | 'repliedAt'>;

/** What outweighs what: an opinion once given is not undone by a later one, a complaint least of all. */
const WEIGHT: Readonly<Record<CallBackResult, number>> = {
  dissatisfied: 3,
  satisfied: 2,
  'no-view': 1,
  'not-reached': 0,
};

/** Every call-back so far, the city's among them, the first one first. */
export function callBacksOf(order: Called): readonly CallBack[] {
  const kept = order.callBacks ?? [];
  const { calledBackAt: at, callBackResult: result, isSolved: solved } = order;
  // Registered before they were kept one by one.
  if (at === null || result === null || kept.some((each) => each.isFromCity !== true)) return kept;
  return [{ at, result, solved, by: '' }, ...kept];
}

/** Whether the caller has been asked about the answer that stands now, and was spoken with. */
export const hasSpoken = (order: Called): boolean =>
  callBacksOf(order).some(
    ({ at, result, isFromCity }) =>
      isFromCity !== true && result !== 'not-reached' && (order.repliedAt === null || at >= order.repliedAt),
  );

const weightiest = (all: readonly CallBack[]): CallBack =>
  all.reduce((best, each) => (WEIGHT[each.result] > WEIGHT[best.result] ? each : best));

/**
 * The columns that the year counts by. Of several call-backs one counts: the first dissatisfied one; else the first
 * satisfied one; else the first without a view; else the first that reached nobody. So nobody can be asked until the
 * answer pleases, and a closed year does not get better.
 */
export function countedOf(all: readonly CallBack[]) {
  const counts = weightiest(all.filter((each) => each.isFromCity !== true));
  return { calledBackAt: counts.at, callBackResult: counts.result, isSolved: counts.solved } as const;
}
/** The same of what the city's platform told. */
export function cityCountedOf(all: readonly CallBack[]) {
  const counts = weightiest(all.filter((each) => each.isFromCity === true));
  return { cityCalledBackAt: counts.at, cityResult: counts.result } as const;
}
