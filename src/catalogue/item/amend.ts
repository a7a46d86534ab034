import { Type } from 'typebox';
import { action, change, create } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { canonical } from '#lib/action/engine/canonical.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import type { Elements } from '../elements/elements.ts';
import { ElementsInput } from '../elements/schema.ts';
import { digitsFor, typeDigits } from '../settings.ts';
import { columnsOf, missingEssentials } from './columns.ts';
import { item, itemEdition, type Item } from './item.ts';
import { organisationOf } from './organisation-of.ts';

type Asked = { readonly row: Pick<Item, 'editionId'> };

const STATES = ['listed', 'draft', 'published', 'suspended'] as const;

/** 变更 — a new edition from today on; the one before stays as it was, for the cases that began with it. */
export const amendItem = action(item, {
  name: 'amend',
  title: '变更',
  about: '以新版本替换现行要素；旧版本留存，已受理的办件仍按其受理时的版本办理',
  may: { 'catalogue.editor': 'place' },
  from: STATES,
  to: STATES,
  input: Type.Object({
    elements: ElementsInput,
    reason: Type.String({ title: '变更原因', minLength: 2, maxLength: 200 }),
  }),
  needs: {
    current: find(itemEdition, ({ row }: Asked) => ({ id: row.editionId })),
    digits: settingNow(typeDigits),
    tree: holding(organisationTree),
  },
  decide({ item: before, input, current, digits, tree, now, id }) {
    const elements = input.elements as Elements;
    if (canonical(elements) === canonical(before.elements)) refuse('catalogue.unchanged');
    const missing = missingEssentials(elements);
    if (missing.length > 0) refuse('catalogue.incomplete', { missing: missing.join('、') });
    const today = dayOf(now);
    const edition = before.edition + 1;
    return [
      {
        state: before.state,
        edition,
        editionId: id(0),
        organisation: before.isOwn === true ? organisationOf(tree, elements.body!) : null,
        ...columnsOf(elements, digitsFor(digits, elements.basicCode)),
      },
      create(itemEdition, {
        state: 'current',
        id: id(0),
        item: before.id,
        edition,
        startsOn: today,
        reason: input.reason,
        elements,
      }),
      ...(current ? [change(itemEdition, current, { state: 'former', endsOn: today })] : []),
    ];
  },
});
