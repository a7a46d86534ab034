import type { Rule } from './rule.ts';

/** The rule's own Chinese 评分标准; `parseRule` reads it back to the same rule. */
export function printRule(rule: Rule): string {
  return rule.kind === 'judged' ? rule.text : rule.kind;
}
