import type { OrderType } from '#hotline/index.ts';
import { orderId } from '../order-id.ts';
import type { Writing } from '../script.ts';
import type { Step } from '../../run/thread.ts';

/** An order that was closed and can be drawn, as its own steps tell. */
export interface Closed {
  readonly index: number;
  readonly id: string;
  readonly unit: string;
  readonly type: OrderType;
  readonly closedAt: number;
  /** The last thing that happens to it without a call. */
  readonly lastAt: number;
}

/**
 * Null for what no draw takes: not closed by a unit, nobody to call, or said to be satisfied by somebody who never called
 * (in the week of its closing, before any draw).
 */
export function closedBy(writing: Writing, steps: readonly Step[]): Closed | null {
  const { plan, index, isAnonymous, matter } = writing;
  const close = steps.find(({ action }) => action === 'work-order.close');
  if (!close || isAnonymous || plan.has(index, 'defaulted')) return null;
  const unit = steps
    .map(({ input }) => (typeof input === 'function' ? undefined : input['handler']))
    .findLast((handler) => handler !== undefined) as string;
  const type = matter.type as OrderType;
  return { index, id: orderId(plan, index), unit, type, closedAt: close.at, lastAt: steps.at(-1)!.at };
}
