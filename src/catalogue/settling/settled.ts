import type { Day } from '#lib/time.ts';
import { letterCovers, type Term } from '../authority/covers.ts';
import { differencesOf } from '../compare/compare.ts';
import type { ElementKey } from '../elements/elements.ts';
import type { Item } from '../item/item.ts';

/** What other records say of items, on a day. */
export interface Around {
  readonly on: Day;
  /** The catalogue above by basic code; null when none is named. */
  readonly above: ReadonlyMap<string, Item> | null;
  readonly fields: readonly ElementKey[];
  /** Departments with an approving section. */
  readonly entered: ReadonlySet<string>;
  readonly letters: readonly Term[];
  /** Open checks of the basis, by item. */
  readonly alarms: ReadonlyMap<string, number>;
  readonly organisationOf: (body: string) => string | null;
}
export type Settled = Pick<Item, 'organisation' | 'agrees' | 'isEntered' | 'isAuthorised' | 'basisAlarms'>;

/**
 * What an own item's columns should say. `agrees` is null where there is nothing to compare with, the other two where
 * its department is unknown.
 */
export function settledOf(item: Item, around: Around): Settled {
  const organisation = around.organisationOf(item.body);
  const above = item.basicCode === null ? undefined : around.above?.get(item.basicCode);
  const isEntered = organisation === null ? null : around.entered.has(organisation);
  const powered = { number: item.number, basicCode: item.basicCode, organisation };
  return {
    organisation,
    agrees: above ? differencesOf(item.elements, above.elements, around.fields).length === 0 : null,
    isEntered,
    isAuthorised: organisation === null ? null : letterCovers(around.letters, powered, around.on),
    basisAlarms: around.alarms.get(item.id) ?? 0,
  };
}

export const isSettled = (item: Item, settled: Settled): boolean =>
  (Object.keys(settled) as (keyof Settled)[]).every((key) => item[key] === settled[key]);
