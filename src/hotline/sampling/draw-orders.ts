import type { OrderType } from '../order/words.ts';
import { allocate, leastOf } from './allocate.ts';
import { sampleSize } from './interval.ts';
import { randomNumber } from '#lib/lot.ts';
import type { SamplingRules } from './rules.ts';

/** An order that may be drawn. */
export interface Callable {
  readonly id: string;
  readonly number: string;
  readonly unit: string;
  readonly type: OrderType;
}
export interface Stratum {
  readonly unit: string;
  readonly type: OrderType;
  readonly population: number;
  readonly size: number;
}
export interface Drawn {
  readonly population: number;
  readonly size: number;
  readonly strata: readonly Stratum[];
  readonly drawn: readonly Callable[];
}
interface Wish {
  readonly seed: string;
  /** As many as the rules ask for when null. */
  readonly wantedSize: number | null;
  readonly rules: SamplingRules;
}
const keyOf = ({ unit, type }: Callable): string => `${unit} ${type}`;

/** The orders with the smallest random numbers; equal ones (one in 2⁶⁴) by id. */
function smallest(orders: readonly Callable[], size: number, seed: string): readonly Callable[] {
  const numbered = orders.map((order) => ({ order, lot: randomNumber(seed, order.id) }));
  numbered.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.order.id < b.order.id ? -1 : 1));
  return numbered.slice(0, size).map(({ order }) => order);
}

/**
 * 分层抽样 — strata are unit × type, in proportion with a minimum each; within a stratum those whose random number under
 * the seed is smallest. The same population and seed give the same list, in whatever order the population comes. Pure.
 */
export function drawOrders(population: readonly Callable[], { seed, wantedSize, rules }: Wish): Drawn {
  const groups = [...Map.groupBy(population, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => all);
  const minimum = rules.minimumPerStratum;
  const counts = groups.map((group) => group.length);
  // The rules' own size never falls below their own minimum; a size that somebody wishes for is that size.
  const ruled = (): number =>
    Math.max(sampleSize(population.length, rules.confidence, rules.marginPercent), leastOf(counts, minimum));
  const sizes = allocate(counts, { size: wantedSize ?? ruled(), minimum });
  const drawn = groups.flatMap((group, index) => smallest(group, sizes[index]!, seed));
  const strata = groups.map((group, index) => ({
    unit: group[0]!.unit,
    type: group[0]!.type,
    population: group.length,
    size: sizes[index]!,
  }));
  return { population: population.length, size: drawn.length, strata, drawn };
}
