import { compare, max, min, type Fraction } from '#lib/fraction.ts';
import { attainable } from './attainable.ts';
import { shown } from './num.ts';
import type { Rule } from './rule.ts';

export interface Reach {
  readonly reachable: boolean;
  /** Chinese: why it cannot occur, with the nearest scores that can; empty when it can. */
  readonly because: string;
}

/** Can this score occur at all? `reachable: false` only if no reading of the rule reaches it. */
export function isReachable(rule: Rule, points: Fraction): Reach {
  const all = attainable(rule);
  if (all.some((each) => compare(each.from, points) <= 0 && compare(points, each.to) <= 0))
    return { reachable: true, because: '' };
  const below = all.map((each) => each.to).filter((each) => compare(each, points) < 0);
  const above = all.map((each) => each.from).filter((each) => compare(each, points) > 0);
  const near = [
    ...(below.length > 0 ? [below.reduce(max)] : []),
    ...(above.length > 0 ? [above.reduce(min)] : []),
  ];
  const scores = near.map((each) => `${shown(each)}分`).join('或');
  return { reachable: false, because: `按评分标准不可能得${shown(points)}分，最接近的是${scores}` };
}
