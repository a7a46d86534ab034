import { Type } from 'typebox';
import { action, create, type Write } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { differencesOf, type Difference } from '../compare/compare.ts';
import { ELEMENT_KEYS, ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';
import { item, itemEdition, type Item } from '../item/item.ts';
import { STATES } from '../item/amend.ts';
import { newEdition } from '../item/new-edition.ts';
import { comparedFields, typeDigits } from '../settings.ts';
import { itemDifference } from './difference.ts';
import { withDecisions } from './standing-decision.ts';

type AskedAbove = { readonly input: { readonly above: string } };
type AskedRow = { readonly row: Pick<Item, 'id' | 'editionId'> };

const input = Type.Object({
  above: Type.String({ title: '上级目录中的事项', format: 'uuid', ref: 'item' }),
  fields: Type.Array(Type.Unsafe<ElementKey>(Type.String({ title: '要素', enum: [...ELEMENT_KEYS] })), {
    title: '哪些要素',
    minItems: 1,
    uniqueItems: true,
  }),
  reason: Type.String({ title: '理由', minLength: 2, maxLength: 500 }),
});

/** The differences of the named fields; refuses a pair that is none, and a field that is not compared or does not differ. */
function named(own: Item, above: Item | null, fields: readonly ElementKey[], compared: readonly string[]) {
  if (
    !above ||
    own.isOwn !== true ||
    above.isOwn === true ||
    !own.basicCode ||
    own.basicCode !== above.basicCode
  )
    return refuse('catalogue.no-pair');
  const differences = differencesOf(own.elements, above.elements, fields);
  for (const field of fields)
    if (!compared.includes(field) || !differences.some((each) => each.field === field))
      refuse('catalogue.no-difference', { title: ELEMENTS[field].title });
  return { above, differences };
}

interface Deciding {
  readonly own: Item;
  readonly above: Item;
  readonly reason: string;
  readonly by: Person;
  readonly now: Instant;
}
const decisions = (
  state: 'adopted' | 'declined',
  differences: readonly Difference[],
  { own, above, reason, by, now }: Deciding,
): readonly Write[] =>
  differences.map(({ field, own: ownText, theirs }) =>
    create(itemDifference, {
      state,
      item: own.id,
      above: above.id,
      place: own.place,
      field,
      ownText,
      aboveText: theirs,
      reason,
      decidedOn: dayOf(now),
      decidedBy: by.name,
    }),
  );

/** Only own items with a basic code have one above; the button is not shown for others. */
const hasPair = ({ isOwn, basicCode }: Item): boolean => isOwn === true && basicCode !== null;

/** 采纳上级 — the item says from today on what the catalogue above says: a new edition. */
export const adoptDifference = action(item, {
  name: 'adopt',
  title: '采纳上级',
  about: '四级四同比对：所列要素改为与上级目录一致，成为新版本',
  may: { 'catalogue.editor': 'place', 'catalogue.publisher': 'place' },
  from: STATES,
  to: STATES,
  when: hasPair,
  input,
  needs: {
    other: find(item, ({ input: { above } }: AskedAbove) => ({ id: above })),
    current: find(itemEdition, ({ row }: AskedRow) => ({ id: row.editionId })),
    compared: settingNow(comparedFields),
    digits: settingNow(typeDigits),
    tree: holding(organisationTree),
  },
  decide({ item: own, input: { fields, reason }, compared, current, digits, tree, by, now, id, other }) {
    const { above, differences } = named(own, other, fields, compared);
    const kept = Object.entries(own.elements).filter(([key]) => !fields.includes(key as ElementKey));
    const taken = fields.flatMap((key) =>
      above.elements[key] === undefined ? [] : [[key, above.elements[key]]],
    );
    const elements = Object.fromEntries([...kept, ...taken]) as Elements;
    const why = `采纳上级目录：${reason}`.slice(0, 200);
    const made = newEdition(own, { elements, reason: why, current, digits, tree, by, now, id: id(0) });
    return [
      { state: own.state, ...made.columns },
      ...made.writes,
      ...decisions('adopted', differences, { own, above, reason, by, now }),
    ];
  },
});

/** 保留本地 — the difference is known and meant; it is open again as soon as either side changes. */
export const declineDifference = action(item, {
  name: 'decline',
  title: '保留本地',
  about: '四级四同比对：所列要素保留本地写法并说明理由；任何一方改动后重新列入待处理',
  may: { 'catalogue.editor': 'place' },
  from: STATES,
  to: STATES,
  when: hasPair,
  input,
  needs: {
    other: find(item, ({ input: { above } }: AskedAbove) => ({ id: above })),
    compared: settingNow(comparedFields),
    earlier: rows(itemDifference, ({ row }: AskedRow) => ({ item: row.id })),
  },
  decide({ item: own, input: { fields, reason }, compared, earlier, by, now, other }) {
    const { above, differences } = named(own, other, fields, compared);
    const before = earlier.filter((each) => each.above === above.id);
    const standing = withDecisions(differences, before).find(({ declined }) => declined !== null);
    if (standing) refuse('catalogue.declined', { title: standing.title });
    return [{ state: own.state }, ...decisions('declined', differences, { own, above, reason, by, now })];
  },
});
