import { absolute, compare, hundred, minus, plus, sum } from '#lib/fraction.ts';
import { half } from '../text/figure.ts';
import { percentOf, rateCloseness } from './closeness.ts';
import { sameUnit } from './growth-finding.ts';
import type { ListedShare } from './share-lists.ts';

// A sentence does not list more kinds before it details one.
const MOST = 12;

/**
 * 一档3600户，占60%；二档2400户，占40%，其中困难居民900户，占15%: the list of its sentence makes a hundred, so that its sum is
 * the whole, whether it is printed or not.
 */
export function isOfOwnList(each: ListedShare, group: readonly ListedShare[]): boolean {
  const before = group
    .slice(0, group.indexOf(each))
    .filter((other) => isListedWith(other, each))
    .slice(-MOST);
  return before.some((_, from) => isWholeOf(before.slice(from), each));
}

const isListedWith = ({ share, part }: ListedShare, each: ListedShare): boolean =>
  share.sentence === each.share.sentence &&
  part.depth <= each.part.depth &&
  share.figure.decimals > 0 &&
  sameUnit(part.figure, each.part.figure);

function isWholeOf(list: readonly ListedShare[], each: ListedShare): boolean {
  const [first] = list;
  if (!first || list.length < 2) return false;
  const together = sum(list.map(({ share }) => share.figure.value));
  const slack = list.map(({ share }) => half(share.figure)).reduce(plus);
  if (compare(absolute(minus(together, hundred)), slack) > 0) return false;
  const whole = { ...first.part.figure, value: sum(list.map(({ part }) => part.figure.value)) };
  return [...list, each].every(({ part, share }) => {
    const computed = percentOf(part.figure, whole);
    return computed !== undefined && rateCloseness(share.figure, computed) === 'consistent';
  });
}
