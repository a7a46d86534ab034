import { Type } from 'typebox';
import { birth, create } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import type { Elements } from '../elements/elements.ts';
import { ElementsInput } from '../elements/schema.ts';
import { digitsFor, typeDigits } from '../settings.ts';
import { columnsOf, missingEssentials } from './columns.ts';
import { item, itemEdition } from './item.ts';
import { organisationOf } from './organisation-of.ts';

/** Whose catalogue: the tenant's own place or another's, as a code of GB/T 2260 of two to twelve digits. */
const Place = Type.String({ title: '目录所属区划', pattern: '^[0-9]{2,12}$', wrong: '应为行政区划代码' });
const Code = Type.String({ title: '编码', minLength: 4, maxLength: 100, pattern: '^[0-9A-Za-z-]+$' });

type Asked = { readonly input: { readonly code: string } };

/** 收录 — takes an item into the catalogue: one's own as a draft, another place's to look at and compare with. */
export const recordItem = birth(item, {
  name: 'record',
  title: '收录',
  about: '把事项收入目录：本地的为在编，上级或外地的只作对照',
  may: { 'catalogue.editor': 'place' },
  to: ['draft', 'listed'],
  input: Type.Object({ code: Code, place: Place, elements: ElementsInput }),
  needs: {
    known: find(item, ({ input }: Asked) => ({ number: input.code })),
    tree: holding(organisationTree),
    digits: settingNow(typeDigits),
  },
  decide({ input, known, tree, digits, now, id }) {
    if (known) refuse('catalogue.known', { code: input.code });
    const elements = input.elements as Elements;
    const missing = missingEssentials(elements);
    if (missing.length > 0) refuse('catalogue.incomplete', { missing: missing.join('、') });
    const today = dayOf(now);
    const isOwn = tree.regions.has(input.place);
    return [
      {
        state: isOwn ? 'draft' : 'listed',
        id: id(0),
        number: input.code,
        place: input.place,
        edition: 1,
        editionId: id(1),
        recordedOn: today,
        isOwn,
        organisation: isOwn ? organisationOf(tree, elements.body!) : null,
        ...columnsOf(elements, digitsFor(digits, elements.basicCode)),
      },
      create(itemEdition, {
        state: 'current',
        id: id(1),
        item: id(0),
        edition: 1,
        startsOn: elements.startsOn === undefined ? today : (elements.startsOn as typeof today),
        elements,
      }),
    ];
  },
});
