import type { ClosedOrder, Matter } from './closed-order.ts';

/** Orders a unit has answered by day; the day is NaN where unknown. */
type Days = Map<number, number>;
/** What units answered, by context: `市容环卫 · 坪山街道` → unit → day → orders. */
export interface UnitModel {
  readonly contexts: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, number>>>;
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

const entry = <K, V>(map: Map<K, V>, key: K, fresh: () => V): V => {
  const known = map.get(key) ?? fresh();
  map.set(key, known);
  return known;
};

/** Learns which units answer what, from closed orders. */
export function learnUnits(orders: readonly ClosedOrder[]): UnitModel {
  const contexts = new Map<string, Map<string, Days>>();
  const shares = new Map<string, number>();
  for (const order of orders) {
    shares.set(order.unit, (shares.get(order.unit) ?? 0) + 1 / orders.length);
    const day = order.day ?? Number.NaN;
    for (const context of contextsOf(order)) {
      const units = entry(contexts, context, () => new Map<string, Days>());
      const days = entry(units, order.unit, (): Days => new Map());
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return { contexts, shares };
}
