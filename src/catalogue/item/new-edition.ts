import { canonical } from '#lib/action/engine/canonical.ts';
import { change, create, type Write } from '#lib/action/action.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { TypeDigits } from '../codes/item-code.ts';
import type { Elements } from '../elements/elements.ts';
import { digitsFor } from '../settings.ts';
import { columnsOf, missingEssentials } from './columns.ts';
import { refuseInForce } from './in-force.ts';
import { itemEdition, type Item, type ItemEdition } from './item.ts';
import { organisationOf } from './organisation-of.ts';

/** What a new edition needs to be made of. */
export interface EditionParts {
  readonly elements: Elements;
  readonly reason: string;
  readonly current: ItemEdition | null;
  readonly digits: Readonly<Record<string, TypeDigits>>;
  readonly tree: OrganisationTree;
  readonly by: Person;
  readonly now: Instant;
  readonly id: string;
}

/** The columns of an item from a new edition on, and the two writes by which it takes the place of the one before. */
export function newEdition(before: Item, parts: EditionParts) {
  const { elements, reason, current, digits, tree, by, now, id } = parts;
  if (canonical(elements) === canonical(before.elements)) refuse('catalogue.unchanged');
  const missing = missingEssentials(elements);
  if (missing.length > 0) refuse('catalogue.incomplete', { missing: missing.join('、') });
  const told = columnsOf(elements, digitsFor(digits, elements.basicCode));
  refuseInForce(before, { elements, faults: told.faults, by, tree });
  const today = dayOf(now);
  const edition = before.edition + 1;
  const columns = {
    edition,
    editionId: id,
    organisation: before.isOwn === true ? organisationOf(tree, elements.body!) : null,
    ...told,
  };
  const writes: readonly Write[] = [
    create(itemEdition, {
      state: 'current',
      id,
      item: before.id,
      edition,
      startsOn: today,
      reason,
      elements,
    }),
    ...(current ? [change(itemEdition, current, { state: 'former', endsOn: today })] : []),
  ];
  return { columns, writes };
}
