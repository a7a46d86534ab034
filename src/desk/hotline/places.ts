import type { Option } from './pick.ts';

/** A branch of the tree of divisions and organisations. */
export interface Branch {
  readonly value: string;
  readonly name: string;
  readonly kind: string;
  readonly children: readonly Branch[];
}
const isCode = (value: string): boolean => /^\d{6,12}$/.test(value);

interface Found {
  readonly places: readonly Option[];
  readonly units: readonly Option[];
}
/** Divisions and organisations of the tree as options, a place with what lies above it. */
export function optionsOf(branches: readonly Branch[], above = ''): Found {
  const parts = branches.map((each): Found => {
    const own: Option = { value: each.value, title: each.name, ...(above === '' ? {} : { hint: above }) };
    const below = optionsOf(each.children, each.name);
    return isCode(each.value)
      ? { places: [own, ...below.places], units: below.units }
      : { places: below.places, units: [own, ...below.units] };
  });
  return { places: parts.flatMap((each) => each.places), units: parts.flatMap((each) => each.units) };
}

/** What people leave out when they speak of a place. */
const SUFFIX = /(?:街道办事处|街道|社区|村民委员会|村|镇|乡)$/;
const MIN_SPOKEN = 2;

/** Divisions that a text speaks of, the longest name first, so that the village comes before its town. */
export function placesIn(places: readonly Option[], text: string): readonly Option[] {
  return places
    .filter(({ title }) => {
      const spoken = title.replace(SUFFIX, '');
      return spoken.length >= MIN_SPOKEN && text.includes(spoken);
    })
    .toSorted((a, b) => b.value.length - a.value.length || b.title.length - a.title.length)
    .map((each) => ({ ...each, hint: '文中提到' }));
}
