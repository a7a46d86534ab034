import type { Fraction } from '#lib/fraction.ts';
import type { Rule } from './rule.ts';

export interface Reach {
  readonly reachable: boolean;
  /** Chinese: why it cannot occur, with the nearest scores that can; empty when it can. */
  readonly because: string;
}
/** Can this score occur at all? `reachable: false` only if no reading of the rule reaches it. */
export function isReachable(rule: Rule, points: Fraction): Reach {
  void rule;
  void points;
  return { reachable: true, because: '' };
}
