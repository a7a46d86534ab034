import { fraction, max, sum } from '#lib/fraction.ts';
import { num } from './num.ts';
import type { Num, Rule } from './rule.ts';

/** The most a rule can give without bonus: its own full mark. */
export function fullOf(rule: Rule): Num {
  switch (rule.kind) {
    case 'formula':
      return rule.weight;
    case 'oneOf':
      return num(rule.options.map((each) => fraction(fullOf(each))).reduce(max));
    case 'sum':
      return rule.cap ?? num(sum(rule.parts.map((each) => fraction(fullOf(each)))));
    case 'unless':
      return fullOf(rule.rule);
    case 'judged':
      return rule.range[1];
    default:
      return rule.full;
  }
}
