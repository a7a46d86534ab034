import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import type { Elements } from '../elements/elements.ts';
import { ElementsInput } from '../elements/schema.ts';
import { typeDigits } from '../settings.ts';
import { item, itemEdition, type Item } from './item.ts';
import { newEdition } from './new-edition.ts';

type Asked = { readonly row: Pick<Item, 'editionId'> };

export const STATES = ['listed', 'draft', 'published', 'suspended'] as const;

/** 变更 — a new edition from today on; the one before stays as it was, for the cases that began with it. */
export const amendItem = action(item, {
  name: 'amend',
  title: '变更',
  about:
    '以新版本替换现行要素；旧版本留存，已受理的办件仍按其受理时的版本办理；已发布事项的时限、材料、依据由发布员变更',
  may: { 'catalogue.editor': 'place', 'catalogue.publisher': 'place' },
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
  decide({ item: before, input, current, digits, tree, by, now, id }) {
    const elements = input.elements as Elements;
    const { reason } = input;
    const made = newEdition(before, { elements, reason, current, digits, tree, by, now, id: id(0) });
    return [{ state: before.state, ...made.columns }, ...made.writes];
  },
});
