import type { Day } from '#lib/time.ts';
import type { Item } from '../item/item.ts';
import type { Delegation } from './delegation.ts';

type Row = Pick<Delegation, 'id' | 'code' | 'level' | 'basicCode' | 'startsOn' | 'lapsesOn'>;
/** Between which days a row counts as an item of its level; null where another row of the same item counts. */
export interface Counts {
  readonly countsFrom: Day | null;
  readonly countsUntil: Day | null;
}
const NOT: Counts = { countsFrom: null, countsUntil: null };

/**
 * What is one item however many towns have it: each town has a code of its own for it (it is the implementing body), the
 * basic code of the national list is common to all. What is in no national list is known by its own code.
 */
export const sameItem = ({ basicCode, code }: Pick<Row, 'basicCode' | 'code'>): string => basicCode ?? code;

/** The basic code that a row should have: of the item as it is today. */
export const basicCodeOf = ({ basicCode }: Pick<Item, 'basicCode'>): string | null =>
  basicCode?.trim() || null;

const earlier = (one: Row, other: Row): number =>
  one.startsOn === other.startsOn ? (one.id < other.id ? -1 : 1) : one.startsOn < other.startsOn ? -1 : 1;
/** The later of two ends; without an end is the latest. */
const laterEnd = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? null : one > other ? one : other;

/** Terms of one item that share a day, or of which one begins where the other ends, are one time: its first row counts. */
function spansOf(rows: readonly Row[]): readonly (readonly [string, Counts])[] {
  const spans: { id: string; countsFrom: Day; countsUntil: Day | null }[] = [];
  for (const { id, startsOn, lapsesOn } of rows.toSorted(earlier)) {
    // Withdrawn before it began: it never held.
    if (lapsesOn !== null && lapsesOn <= startsOn) continue;
    const last = spans.at(-1);
    if (last && (last.countsUntil === null || startsOn <= last.countsUntil))
      last.countsUntil = laterEnd(last.countsUntil, lapsesOn);
    else spans.push({ id, countsFrom: startsOn, countsUntil: lapsesOn });
  }
  return spans.map(({ id, ...counts }) => [id, counts] as const);
}

/**
 * Of every row between which days it counts as an item of its level, so that on any day as many count as there are items:
 * one of five towns is one, until the last of them has it no more. Pure.
 */
export function countedOnce(rows: readonly Row[]): ReadonlyMap<string, Counts> {
  const byItem = Map.groupBy(rows, (each) => `${each.level} ${sameItem(each)}`);
  const counting = new Map([...byItem.values()].flatMap(spansOf));
  return new Map(rows.map(({ id }) => [id, counting.get(id) ?? NOT] as const));
}
