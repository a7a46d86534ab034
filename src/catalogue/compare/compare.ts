import { courseText, isCourseKind } from '../elements/course-text.ts';
import { counterparts } from './counterparts.ts';
import { ELEMENTS, type ElementKey, type Elements } from '../elements/elements.ts';

/** 名称、编码、依据、类型: what 四级四同 asks for nationally; provinces ask for more, so the set is a setting. */
export const FOUR_SAME: readonly ElementKey[] = ['name', 'basicCode', 'basis', 'type'];

/** One field in which an item differs from the catalogue above. Values as they are shown. */
export interface Difference {
  readonly field: ElementKey;
  readonly title: string;
  readonly own: string | null;
  readonly theirs: string | null;
}
/** What comparing two catalogues by basic code gives. */
export interface Comparison<Own, Theirs> {
  readonly pairs: readonly {
    readonly own: Own;
    readonly theirs: Theirs;
    /** How many items above have this code: with more than one the nearest by name was taken. */
    readonly ofSeveral: number;
    readonly differences: readonly Difference[];
  }[];
  /** Items with a code the other catalogue does not have. */
  readonly onlyOwn: readonly Own[];
  readonly onlyTheirs: readonly Theirs[];
  /** 一致率: pairs without a difference, of all pairs; null when there is no pair. */
  readonly agreement: { readonly same: number; readonly compared: number };
}

/** Width, letters' case, spaces and the different marks for one thing are no difference of wording. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”„‟"「」『』]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/[〔〕【】[\]]/g, (mark) => ('〔【['.includes(mark) ? '(' : ')'))
    .replace(/[—–―－-]+/g, '-')
    .toLowerCase();
}

/** A value as a person reads it; null when there is none. */
export function shownValue(item: Elements, key: ElementKey): string | null {
  const value: unknown = item[key];
  const { kind, options } = ELEMENTS[key];
  const titled = (each: string): string =>
    Object.hasOwn(options, each) ? (options as Readonly<Record<string, string>>)[each]! : each;
  if (value === undefined || value === null) return null;
  if (isCourseKind(kind)) return courseText(kind, value);
  if (typeof value === 'string') return value.trim() === '' ? null : titled(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value))
    return value
      .map((each) => (typeof each === 'string' ? titled(each) : (each as { name: string }).name))
      .join('、');
  if (typeof value === 'object') {
    const { days, unit } = value as { readonly days: number; readonly unit: string };
    return `${days} ${unit === 'natural' ? '自然日' : '工作日'}`;
  }
  return String(value as number);
}

/** The fields in which two items of one basic code differ; what only one of them says is a difference too. */
export function differencesOf(
  own: Elements,
  theirs: Elements,
  fields: readonly ElementKey[] = FOUR_SAME,
): readonly Difference[] {
  return fields.flatMap((field) => {
    const [mine, other] = [shownValue(own, field), shownValue(theirs, field)];
    const isSame = mine === null || other === null ? mine === other : folded(mine) === folded(other);
    return isSame ? [] : [{ field, title: ELEMENTS[field].title, own: mine, theirs: other }];
  });
}

interface Compared {
  readonly elements: Elements;
}
const codeOf = ({ elements }: Compared): string => elements.basicCode?.trim().toUpperCase() ?? '';

const nameOf = ({ elements }: Compared): string => folded(elements.name ?? '');

/**
 * Compares a catalogue with the one above by basic code. An own item without a code stands under `onlyOwn`. Of several
 * items of one code (业务办理项) each own one is held against the nearest by name (`counterparts`).
 */
export function compareCatalogues<Own extends Compared, Theirs extends Compared>(
  own: readonly Own[],
  theirs: readonly Theirs[],
  fields: readonly ElementKey[] = FOUR_SAME,
): Comparison<Own, Theirs> {
  const above = Map.groupBy(theirs, codeOf);
  const isPaired = (each: Own): boolean => codeOf(each) !== '' && above.has(codeOf(each));
  const other = new Map<Own, Theirs>();
  for (const [code, mine] of Map.groupBy(own.filter(isPaired), codeOf)) {
    const found = counterparts<Own, Theirs>(mine, above.get(code)!, nameOf);
    for (const [n, each] of mine.entries()) other.set(each, found[n]!);
  }
  const pairs = own.filter(isPaired).map((mine) => {
    const counterpart = other.get(mine)!;
    return {
      own: mine,
      theirs: counterpart,
      ofSeveral: above.get(codeOf(mine))!.length,
      differences: differencesOf(mine.elements, counterpart.elements, fields),
    };
  });
  const claimed = new Set(own.map(codeOf));
  return {
    pairs,
    onlyOwn: own.filter((each) => !isPaired(each)),
    onlyTheirs: theirs.filter((each) => codeOf(each) === '' || !claimed.has(codeOf(each))),
    agreement: {
      same: pairs.filter(({ differences }) => differences.length === 0).length,
      compared: pairs.length,
    },
  };
}
