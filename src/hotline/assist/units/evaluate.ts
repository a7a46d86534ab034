import { seededRandom } from '../topics/seeded.ts';
import type { ClosedOrder } from './closed-order.ts';
import { learnUnits } from './learn.ts';
import { suggestUnits } from './suggest.ts';

/** Shares between 0 and 1 over the rows kept for the test. */
export interface UnitMarks {
  /** Rows tested. */
  readonly rows: number;
  readonly learnedFrom: number;
  /** The first suggestion was the unit. */
  readonly first: number;
  /** One of three was. */
  readonly inThree: number;
  /** The same when only earlier orders are learned from: the later 30 % by day, as in daily use. */
  readonly later: { readonly first: number; readonly inThree: number };
}

const LEARNED = 0.7;
const SEED = 2018;

function tested(
  orders: readonly ClosedOrder[],
): Pick<UnitMarks, 'rows' | 'learnedFrom' | 'first' | 'inThree'> {
  const learnedFrom = Math.floor(orders.length * LEARNED);
  const model = learnUnits(orders.slice(0, learnedFrom));
  const rest = orders.slice(learnedFrom);
  const places = rest.map((order) => suggestUnits(model, order).findIndex(({ name }) => name === order.unit));
  const share = (right: (place: number) => boolean): number =>
    rest.length === 0 ? 0 : places.filter(right).length / rest.length;
  return {
    rows: rest.length,
    learnedFrom,
    first: share((place) => place === 0),
    inThree: share((place) => place >= 0),
  };
}

/** Learns from 70 % of closed orders, drawn by a fixed seed, and suggests for the rest. */
export function evaluateUnits(orders: readonly ClosedOrder[]): UnitMarks {
  const random = seededRandom(SEED);
  const drawn = orders
    .map((order) => ({ order, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ order }) => order);
  const { first, inThree } = tested(orders.toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0)));
  return { ...tested(drawn), later: { first, inThree } };
}
