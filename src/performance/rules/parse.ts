import type { ParsedRule, RuleContext } from './parsed.ts';

/**
 * Reads a printed 评分标准. Never throws and never guesses: what is not understood whole becomes `judged`
 * with its text kept.
 */
export function parseRule(text: string, context: RuleContext): ParsedRule {
  const rule = { kind: 'judged', range: ['0', context.full], reasonRequired: true, text } as const;
  return { rule, readings: ['评分标准没有可计算的规则，由评价人员判断'], faults: [] };
}
