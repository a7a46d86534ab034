import { compare, fraction, type Fraction } from '#lib/fraction.ts';
import {
  defaultSettings,
  impliedRate,
  metricsOf,
  scoreRule,
  type ParsedRule,
} from '#performance/rules/index.ts';
import type { Fact } from '../facts/fact.ts';
import type { Table } from '../tables/table.ts';
import { knownFigures } from './candidates.ts';

type Source = { readonly facts: readonly Fact[]; readonly tables: readonly Table[] };

/** What a rule would need and the document does not give, and what the score says about it. */
export function withoutFigure(parsed: ParsedRule, claimed: Fraction, source: Source) {
  const { figures } = knownFigures(metricsOf(parsed.rule), source);
  const lacking = scoreRule(parsed.rule, { figures }, defaultSettings);
  const missing = lacking.status === 'missing' ? lacking.missing.join('、') : '计算所需的数据';
  const implied = impliedRate(parsed.rule, claimed, defaultSettings);
  const inverted = implied && isFullMark(parsed, claimed) ? undefined : implied;
  const because = `无法计算：文中未能识别${missing}${inverted ? `；${inverted.text}` : ''}`;
  return { because, implied: inverted };
}

const isFullMark = (parsed: ParsedRule, claimed: Fraction): boolean =>
  'full' in parsed.rule && compare(claimed, fraction(parsed.rule.full)) >= 0;
