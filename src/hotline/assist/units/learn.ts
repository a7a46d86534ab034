import type { ClosedOrder, Matter } from './closed-order.ts';

/** A unit that answered in this context, and when; the day is NaN where unknown. */
interface Answered {
  readonly unit: string;
  readonly day: number;
}
/** What units answered, by context: `主题 市容环卫 · 坪山街道`. */
export interface UnitModel {
  readonly contexts: ReadonlyMap<string, readonly Answered[]>;
  /** Share of each unit in all orders. */
  readonly shares: ReadonlyMap<string, number>;
}

const BETWEEN = ' / ';

/**
 * The contexts of a matter from the widest to the narrowest: each level of the topic, alone and with the town, and last
 * the whole topic with the whole place.
 */
export function contextsOf({ topic, place }: Matter): readonly string[] {
  const inPlace = (levels: number, deep: number): string =>
    [topic.slice(0, levels).join(BETWEEN), place.slice(0, deep).join(BETWEEN)]
      .filter((part) => part !== '')
      .join(' · ');
  const widening = topic.flatMap((_, i) => [inPlace(i + 1, 0), inPlace(i + 1, 1)]);
  return [...new Set([...widening, inPlace(topic.length, place.length)])].filter((context) => context !== '');
}

/** Learns which units answer what, from closed orders. */
export function learnUnits(orders: readonly ClosedOrder[]): UnitModel {
  const contexts = new Map<string, Answered[]>();
  const shares = new Map<string, number>();
  for (const order of orders) {
    shares.set(order.unit, (shares.get(order.unit) ?? 0) + 1 / orders.length);
    for (const context of contextsOf(order)) {
      const found = contexts.get(context);
      const answered = { unit: order.unit, day: order.day ?? Number.NaN };
      if (found) found.push(answered);
      else contexts.set(context, [answered]);
    }
  }
  return { contexts, shares };
}
