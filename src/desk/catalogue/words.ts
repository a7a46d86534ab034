import { ITEM_TYPES, LEVELS } from '#catalogue/codes/types.ts';
import { ELEMENTS } from '#catalogue/elements/elements.ts';
import { DAY_UNITS } from '#catalogue/elements/kinds.ts';
import { DELEGATION_LEVELS, NOTICE_KINDS, WINDOW_TYPES } from '#catalogue/words.ts';

type Words = Readonly<Record<string, string>>;
const titles: Words = Object.fromEntries(Object.entries(ELEMENTS).map(([key, { title }]) => [key, title]));

/** The module's own words of its stored keys, so that no key is ever read by a person. */
export const catalogueWords: Readonly<Record<string, Words>> = {
  'item.type': ITEM_TYPES,
  'item.level': LEVELS,
  'item.kind': ELEMENTS.kind.options,
  'item.dayUnit': DAY_UNITS,
  'item-difference.field': titles,
  'legal-basis-notice.kind': NOTICE_KINDS,
  'window-list.kind': WINDOW_TYPES,
  'delegation.level': DELEGATION_LEVELS,
};
/** What a person calls an element. */
export const fieldTitle = (field: string): string => titles[field] ?? '';
