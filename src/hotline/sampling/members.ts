import { sha256 } from '#lib/action/engine/canonical.ts';
import type { OrderType } from '../order/words.ts';
import type { Callable } from './draw-orders.ts';

/** The orders of a stratum that could be drawn: `[id, number]` each, by id. */
export interface Members {
  readonly unit: string;
  readonly type: OrderType;
  readonly orders: readonly (readonly [id: string, number: string])[];
}

/** A population as it is kept with its draw: by stratum, each order once. */
export function membersOf(population: readonly Callable[]): readonly Members[] {
  const groups = Map.groupBy(population, ({ unit, type }) => `${unit} ${type}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, all]) => ({
      unit: all[0]!.unit,
      type: all[0]!.type,
      orders: all.map(({ id, number }) => [id, number] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    }));
}

/** The same population as it goes into a draw. */
export const populationFrom = (members: readonly Members[]): readonly Callable[] =>
  members.flatMap(({ unit, type, orders }) => orders.map(([id, number]) => ({ id, number, unit, type })));

/** SHA-256 over one line `unit type id` for every order, in the order of {@link membersOf}: anybody can reckon it again. */
export const digestOf = (members: readonly Members[]): string =>
  sha256(
    populationFrom(members)
      .map(({ unit, type, id }) => `${unit} ${type} ${id}\n`)
      .join(''),
  );
