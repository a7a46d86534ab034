import { divide, fraction, type Fraction } from '#lib/fraction.ts';
import { metricNamed, type Metric, type Rule } from '#performance/rules/index.ts';
import type { Fact } from '../facts/fact.ts';
import type { Table } from '../tables/table.ts';
import { cellFigure, figuresIn } from '../text/figure.ts';
import { fold, tight } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { Input } from './input.ts';
import { findInput } from './inputs.ts';
import { metricsOf, termsOf } from './metrics-of.ts';
import type { SheetRow } from './sheet.ts';

/** One set of figures a rule can be scored with. */
export interface Candidate {
  readonly figures: Readonly<Record<string, Fraction>>;
  readonly inputs: readonly Input[];
}

/** The figures of the document for this row: first those the formula asks for, then rates stated outright. */
export function candidatesFor(
  row: SheetRow,
  rule: Rule,
  source: { facts: readonly Fact[]; tables: readonly Table[] },
): readonly Candidate[] {
  const metrics = metricsOf(rule);
  const own = ownRate(row, metrics);
  if (own) return [own];
  const { complete, ...computed } = knownFigures(metrics, source);
  if (complete) return [computed];
  const [metric] = metrics;
  return metric && metrics.length === 1 ? statedRates(metric, row, source.facts) : [];
}

/** What the formulas ask for, as far as the document gives it. */
export function knownFigures(
  metrics: readonly Metric[],
  source: { facts: readonly Fact[]; tables: readonly Table[] },
): Candidate & { readonly complete: boolean } {
  const figures: Record<string, Fraction> = {};
  const inputs: Input[] = [];
  const ids = new Set(metrics.flatMap(figureIds));
  for (const id of ids) {
    const input = findInput(id, source);
    if (!input) continue;
    figures[id] = input.value;
    inputs.push(input);
  }
  return { figures, inputs, complete: ids.size > 0 && inputs.length === ids.size };
}

const figureIds = (metric: Metric): readonly string[] => {
  const terms = termsOf(metric).map((term) => term.figure);
  return terms.length > 0 ? terms : [metric.id];
};

/** 实际完成值 98% in the row itself. */
function ownRate(row: SheetRow, metrics: readonly Metric[]): Candidate | undefined {
  const [metric] = metrics;
  if (!metric || metrics.length !== 1 || metric.unit !== 'percent' || row.actual === '') return undefined;
  const text = fold(row.actual);
  const figures = figuresIn(text).filter((found) => found.figure.unit.dimension === 'rate');
  const figure = cellFigure(text, bare) ?? figures[0]?.figure;
  if (!figure || figure.approximate || (figure.unit.dimension !== 'rate' && figures.length !== 1))
    return undefined;
  return {
    figures: { [metric.id]: ratioOf(figure.value) },
    inputs: [{ value: ratioOf(figure.value), places: [row.scorePlace], note: '', question: '' }],
  };
}

const ratioOf = (percent: Fraction): Fraction => divide(percent, fraction(100));

/** 政府采购执行率98% in a sentence or a table. Several different ones are several candidates. */
function statedRates(metric: Metric, row: SheetRow, facts: readonly Fact[]): readonly Candidate[] {
  if (metric.unit !== 'percent') return [];
  const named = facts.filter(
    (fact) =>
      fact.figure.unit.dimension === 'rate' &&
      !fact.figure.approximate &&
      fact.aspect === 'actual' &&
      means(fact.name, metric, row.name),
  );
  const seen = new Set<string>();
  return named.slice(0, 50).flatMap((fact) => {
    if (seen.has(fact.figure.printed)) return [];
    seen.add(fact.figure.printed);
    const value = ratioOf(fact.figure.value);
    return [
      { figures: { [metric.id]: value }, inputs: [{ value, places: [fact.place], note: '', question: '' }] },
    ];
  });
}

const means = (name: string, metric: Metric, row: string): boolean => {
  const bared = tight(name);
  if (bared === tight(row) || bared === tight(metric.name) || (row.length >= 5 && bared.endsWith(tight(row))))
    return true;
  if (/不满意/.test(bared)) return false;
  return metricNamed(bared)?.id === metric.id || (/满意(?:度|率)$/.test(bared) && /满意度/.test(metric.name));
};
