import type { ScopeTree } from '#lib/action/person.ts';
import type { Day } from '#lib/time.ts';
import type { Delegation } from './delegation.ts';
import type { DelegationLevel } from '../words.ts';

export type Term = Pick<Delegation, 'item' | 'level' | 'places' | 'startsOn' | 'lapsesOn'>;

export const isInForce = ({ startsOn, lapsesOn }: Term, on: Day): boolean =>
  startsOn <= on && (lapsesOn === null || on < lapsesOn);

interface Where {
  readonly level: DelegationLevel;
  /** The region that wants to handle it. */
  readonly place: string;
  readonly on: Day;
}
/** Whether the town or village may handle the item itself on that day; a town named stands for the villages in it. */
export const isDelegated = (
  delegations: readonly Term[],
  item: string,
  { level, place, on }: Where,
  { within }: Pick<ScopeTree, 'within'>,
): boolean =>
  delegations.some(
    (each) =>
      each.item === item &&
      each.level === level &&
      isInForce(each, on) &&
      (each.places.length === 0 || each.places.some((named) => within(named, place))),
  );

/** Two terms of the same item and level that share a day and a place: one of them says nothing. */
export const overlap = (one: Term, other: Term): boolean =>
  one.item === other.item &&
  one.level === other.level &&
  (one.lapsesOn === null || other.startsOn < one.lapsesOn) &&
  (other.lapsesOn === null || one.startsOn < other.lapsesOn) &&
  (one.places.length === 0 ||
    other.places.length === 0 ||
    one.places.some((place) => other.places.includes(place)));
