import { chanceFor } from './times.ts';
import type { Plan } from './plan.ts';

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/**
 * The id of an order of the year, a UUIDv7: its moment, of which no two have the same, and what the seed says. Known
 * beforehand, because a lot is drawn by the ids: the same seed then draws the same orders.
 */
export function orderId(plan: Pick<Plan, 'seed' | 'registeredAt'>, index: number): string {
  const by = chanceFor(plan, 'order-id', index);
  const time = hex(plan.registeredAt[index]!, 12);
  const [version, variant] = [0x7000 + by.whole(0, 0xfff), 0x8000 + by.whole(0, 0x3fff)];
  const rest = hex(by.whole(0, 0xffffff), 6) + hex(by.whole(0, 0xffffff), 6);
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex(version, 4)}-${hex(variant, 4)}-${rest}`;
}
