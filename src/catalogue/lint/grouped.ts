import { ELEMENTS } from '../elements/elements.ts';
import { RULES, type Remark } from './lint.ts';

/** One finding that several items share: `缺 承诺时限：1,020 项`. */
export interface Grouped extends Remark {
  /** What it is called in a report, without the number. */
  readonly title: string;
  readonly count: number;
}

const titleOf = ({ rule, field, message }: Remark): string =>
  rule === 'missing' ? `缺${ELEMENTS[field].title}` : `${RULES[rule]}：${message}`;

/**
 * Equal findings of many items, each once with how many items have it, the most frequent first; what only one item has is
 * left to the items. A foreign catalogue that lacks an element throughout is one line and no flood. Pure.
 */
export function groupedFindings(
  checked: readonly { readonly remarks: readonly Remark[] }[],
): readonly Grouped[] {
  const found = new Map<string, { readonly remark: Remark; count: number }>();
  for (const { remarks } of checked) {
    const own = new Map(remarks.map((each) => [`${each.rule}\n${each.field}\n${each.message}`, each]));
    for (const [key, remark] of own) {
      const known = found.get(key);
      if (known) known.count += 1;
      else found.set(key, { remark, count: 1 });
    }
  }
  return [...found.values()]
    .filter(({ count }) => count > 1)
    .map(({ remark, count }) => ({ ...remark, title: titleOf(remark), count }))
    .toSorted((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
}
