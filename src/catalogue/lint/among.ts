import { folded } from '../compare/compare.ts';
import type { Elements } from '../elements/elements.ts';
import type { Remark } from './lint.ts';
import { sameAddress } from './links.ts';

interface Listed {
  readonly number: string;
  readonly place: string;
  readonly elements: Elements;
}

/** 业务办理项 of one item share its implementing code, its name and its page: they are no duplicates. */
const itemOf = ({ number, elements }: Listed): string => elements.implementingCode ?? number;

/** Items under one key that are not of one item; `key` gives nothing for an item that cannot be compared. */
function groups(
  items: readonly Listed[],
  key: (item: Listed) => string | undefined,
): readonly (readonly Listed[])[] {
  const found = Map.groupBy(
    items.filter((each) => key(each) !== undefined),
    (each) => key(each)!,
  );
  return [...found.values()].filter((all) => new Set(all.map(itemOf)).size > 1);
}

/** One department says one thing twice: same place, body and name, and the same of its handling items. */
const sameItem = ({ place, elements: { name, body, handlingName } }: Listed): string | undefined =>
  name === undefined || body === undefined
    ? undefined
    : [place, folded(body), folded(name), folded(handlingName ?? '')].join(' ');

/** All of them, in the same words at each: what several items share is one finding. */
const named = (all: readonly Listed[]): string => {
  const numbers = all.map(({ number }) => number);
  return numbers.length > 4
    ? `${numbers.slice(0, 3).join('、')} 等 ${numbers.length} 项`
    : numbers.join('、');
};

/** What only shows beside others: items listed twice, and one address for several. By number. */
export function lintAmong(items: readonly Listed[]): ReadonlyMap<string, readonly Remark[]> {
  const remarks = new Map<string, Remark[]>();
  const say = (own: Listed, remark: Remark): void => {
    const before = remarks.get(own.number);
    if (before) before.push(remark);
    else remarks.set(own.number, [remark]);
  };
  for (const all of groups(items, sameItem))
    for (const own of all)
      say(own, {
        rule: 'same-item',
        severity: 'doubt',
        field: 'name',
        message: `${named(all)} 的名称、实施主体相同，请核对是否重复`,
      });
  for (const all of groups(items, ({ elements }) => sameAddress(elements.onlineAddress)))
    for (const own of all)
      say(own, {
        rule: 'same-link',
        severity: 'doubt',
        field: 'onlineAddress',
        message: `${named(all)} 用同一网址，请核对是否指向各自的事项`,
      });
  return remarks;
}
