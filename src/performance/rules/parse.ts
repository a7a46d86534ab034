import { canonical } from './num.ts';
import { clauses } from './parse/clauses.ts';
import type { Source } from './parse/draft.ts';
import { readLeaf } from './parse/leaf.ts';
import { exemptionIn } from './parse/not-applicable.ts';
import { readOneOf } from './parse/one-of.ts';
import { normalise } from './parse/text.ts';
import type { ParsedRule, RuleContext } from './parsed.ts';
import { printRule } from './print.ts';
import type { Judged } from './rule.ts';

/** Words that leave the points to a person, wherever they stand. */
const DISCRETION =
  /酌情|酌予|酌扣|视情|视(?:具体|实际|完成)?情况|视(?:其)?程度|根据(?:具体|实际|完成|整改)?情况|适当(?:扣|给|加|减|计|得|评)|合理(?:确定|赋分)|综合(?:评定|评价|判断|考量)[^；。]{0,6}(?:得|打|计|给|赋|评)分|(?:专家|评委|评价组|考核组)(?:评|打|根据)|个性化|分档计分|(?:依据|根据|按照?)[^；。]*(?:文件|办法|细则|方案|》)[^；。，]*(?:考核|计分|评分|打分|设置)/;

/** A cell of a scoring table; a longer text is no rule. */
const LONGEST = 4000;

/**
 * Reads a printed 评分标准. Never throws and never guesses: what is not understood whole becomes `judged`
 * with its text kept. A reading must survive its own print, or it is doubtful and left to a person too.
 */
export function parseRule(text: string, context: RuleContext): ParsedRule {
  const full = weightOf(context.full);
  const parsed = full === undefined ? undefined : read(text, { ...context, full });
  return parsed && survives(parsed, withDefinition(text, context)) ? parsed : judged(text, full ?? '0');
}

/** A formula printed inside the rule is kept in the metric, not in the print: the print is read back beside it. */
function withDefinition(text: string, context: RuleContext): RuleContext {
  const own = clauses(normalise(text), context.full).definition;
  return own === undefined || context.definition !== undefined ? context : { ...context, definition: own };
}

function read(text: string, context: RuleContext): ParsedRule | undefined {
  const bare = normalise(text);
  if (bare === '' || bare.length > LONGEST || DISCRETION.test(bare)) return undefined;
  const exempted = exemptionIn(bare);
  const source = (part: string, full = context.full): Source => ({
    ...context,
    full,
    clauses: clauses(part, full),
  });
  const body = exempted?.rest ?? bare;
  const draft = readOneOf(body, (part) => readLeaf(part, source)) ?? readLeaf(body, source);
  if (!draft || !exempted) return draft;
  const { notApplicable, outcome } = exempted;
  return { ...draft, rule: { kind: 'unless', notApplicable, outcome, rule: draft.rule } };
}

function survives(parsed: ParsedRule, context: RuleContext): boolean {
  const again = read(printRule(parsed.rule), context);
  return JSON.stringify(again?.rule) === JSON.stringify(parsed.rule);
}

function weightOf(full: string): string | undefined {
  return /^\d+(?:\.\d+)?$/.test(full.trim()) ? canonical(full.trim()) : undefined;
}

function judged(text: string, full: string): ParsedRule {
  const source = /《[^》]+》(?:（[^）]*号）|\([^)]*号\))?/.exec(text)?.[0];
  const rule: Judged = {
    kind: 'judged',
    range: ['0', full],
    reasonRequired: true,
    text,
    ...(source && { source }),
  };
  return { rule, readings: ['评分标准没有可计算的规则，由评价人员判断'], faults: [] };
}
