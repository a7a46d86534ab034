import { ELEMENTS, type Elements } from '../elements/elements.ts';
import { ITEM_TYPES } from '../codes/types.ts';
import type { Item } from '../item/item.ts';
import { shownValue } from '../compare/compare.ts';

/** 权责清单 — one power of a department, with what it must do and to whom one complains. Public services are no powers. */
export interface Power {
  readonly number: string;
  readonly name: string;
  readonly type: string;
  readonly level: string | null;
  readonly basis: string | null;
  /** 责任事项: the steps it must take and within how long, as the item says. */
  readonly duties: string | null;
  readonly complaints: string | null;
}
export interface DepartmentPowers {
  readonly body: string;
  readonly organisation: string | null;
  readonly powers: readonly Power[];
}

function dutiesOf(elements: Elements): string | null {
  const steps = elements.process ?? [];
  const limit = shownValue(elements, 'legalLimit');
  const parts = [...steps, ...(limit === null ? [] : [`${ELEMENTS.legalLimit.title}：${limit}`])];
  return parts.length === 0 ? null : parts.join('\n');
}

const powerOf = ({ number, name, type, elements }: Item): Power => ({
  number,
  name,
  type: ITEM_TYPES[type],
  level: shownValue(elements, 'level'),
  basis: shownValue(elements, 'basis'),
  duties: dutiesOf(elements),
  complaints: shownValue(elements, 'complaintPhone'),
});

const ORDER = Object.keys(ITEM_TYPES);

/** The lists of all departments, from their living items: by type in the law's order, then by code. */
export function powersOf(items: readonly Item[]): readonly DepartmentPowers[] {
  const powers = items.filter(({ type, state }) => type !== 'service' && state !== 'cancelled');
  const sorted = powers.toSorted(
    (a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type) || (a.number < b.number ? -1 : 1),
  );
  return [...Map.groupBy(sorted, ({ body }) => body)]
    .map(([body, own]) => ({ body, organisation: own[0]!.organisation, powers: own.map(powerOf) }))
    .toSorted((a, b) => (a.body < b.body ? -1 : 1));
}
