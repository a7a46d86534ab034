import { canonical } from '#lib/action/engine/canonical.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';
import type { Item } from './item.ts';

/** What citizens are held to, and may hold the office to. */
const BINDING = [
  'legalLimit',
  'promisedLimit',
  'materials',
  'basis',
] as const satisfies readonly ElementKey[];
const PUBLISHES = { 'catalogue.publisher': 'place' } as const;

interface Change {
  readonly elements: Elements;
  /** Of the new elements. */
  readonly faults: number;
  readonly by: Person;
  readonly tree: OrganisationTree;
}
const told = (elements: Elements, key: ElementKey): string => canonical(elements[key] ?? null);

/**
 * Refuses a change of an item that is offered, or will be again, where publishing it would be refused; and to anybody but
 * who publishes, a change of its limits, materials or basis: it is in force from the moment it is made.
 */
export function refuseInForce(before: Item, { elements, faults, by, tree }: Change): void {
  if (before.state !== 'published' && before.state !== 'suspended') return;
  if (faults > 0) refuse('catalogue.faulty', { count: faults });
  const changed = BINDING.filter((key) => told(elements, key) !== told(before.elements, key));
  if (changed.length > 0 && permit(PUBLISHES, by, before, tree) !== 'allowed')
    refuse('catalogue.needs-publisher', { titles: changed.map((key) => ELEMENTS[key].title).join('、') });
}
