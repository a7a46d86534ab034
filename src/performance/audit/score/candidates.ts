import type { Fraction } from '#lib/fraction.ts';
import { metricNamed, metricsOf, type Metric, type Rule } from '#performance/rules/index.ts';
import type { Fact } from '../facts/fact.ts';
import { isOfWhole } from '../facts/store.ts';
import { CHANGE_RATE } from '../facts/change-rates.ts';
import { collectFacts } from '../facts/collect.ts';
import type { Table } from '../tables/table.ts';
import { tight } from '../text/fold.ts';
import type { Input } from './input.ts';
import { findInput } from './inputs.ts';
import { termsOf } from './metrics-of.ts';
import { factsOfNotes } from './note-facts.ts';
import { meansMetric, ownRates, ratioOf, statementsIn } from './own-rates.ts';
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
  const own = ownRates(row, metrics);
  if (own.length > 0) return own;
  // What the row itself gives the formula stands before all else.
  const { complete: isOwn, ...noted } = knownFigures(metrics, { facts: factsOfNotes(row), tables: [] });
  if (isOwn) return [noted];
  const { complete, ...computed } = knownFigures(metrics, withNotes(row, source));
  if (complete) return [computed];
  const [metric] = metrics;
  return metric && metrics.length === 1 ? statedRates(metric, row, source.facts) : [];
}

/** What is written beside the score counts as well, behind everything else the document says. */
export const withNotes = <S extends { facts: readonly Fact[] }>(row: SheetRow, source: S): S => ({
  ...source,
  facts: [
    ...source.facts,
    ...collectFacts([], row.notes.flatMap(statementsIn), { year: null }),
    ...factsOfNotes(row),
  ],
});

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

const BUILT = /(?:建设|实施|推进|工程)+$/;
const KIND_OF_WORK = /(?:任务|工作|项目|目标|计划|年度|实际|按时|及时)+$/;

/**
 * A bare 完成率80% is of what its sentence speaks of: for a row of its own matter (救助任务完成率) that matter must be named
 * there. A row that bears the metric's own name takes any of them.
 */
function isOfRow(fact: Fact, metric: Metric, row: string): boolean {
  if (tight(fact.name).endsWith(tight(row)) || metricNamed(tight(row))?.id === metric.id) return true;
  const matter = tight(row)
    .replace(/(?:完成|及时|达标|合格|满意|执行|覆盖|控制)*[率度]$/, '')
    .replace(KIND_OF_WORK, '');
  if (matter.length < 2 || metricNamed(tight(fact.name))?.id !== metric.id) return true;
  return `${fact.name}${fact.place.text}`.includes(matter.slice(0, 2));
}

/** 预算调整率9.11% is what came of a budget, and none itself. */
const isRateOfBudget = ({ aspect, name }: Fact): boolean =>
  aspect === 'budget' && /^(?:部门)?预算(?:调整|执行|完成|控制|追加)率$/.test(tight(name));

const isRateOfChange = ({ aspect, name }: Fact): boolean => aspect === 'other' && CHANGE_RATE.test(name);

/**
 * 受理投诉举报2763件，按时办结率99.20% answers 投诉举报按时办结率: the name ends like the row's, and what the row has in front
 * of it stands in the same sentence, first and last word.
 */
function isRateOfMatter(fact: Fact, row: string): boolean {
  const name = tight(fact.name);
  const bared = tight(row);
  if (fact.source !== 'text' || name.length < 3 || !name.endsWith('率') || !bared.endsWith(name))
    return false;
  const matter = bared.slice(0, -name.length).replace(KIND_OF_WORK, '').replace(BUILT, '');
  const said = `${fact.place.text}${fact.neighbours?.join('') ?? ''}`;
  return matter.length >= 4 && said.includes(matter.slice(0, 2)) && said.includes(matter.slice(-2));
}

/** 政府采购执行率98% in a sentence or a table. Several different ones are several candidates. */
function statedRates(metric: Metric, row: SheetRow, facts: readonly Fact[]): readonly Candidate[] {
  if (metric.unit !== 'percent') return [];
  const named = facts.filter(
    (fact) =>
      fact.figure.unit.dimension === 'rate' &&
      !fact.figure.approximate &&
      isOfWhole(fact) &&
      (fact.aspect === 'actual' || isRateOfBudget(fact) || isRateOfChange(fact)) &&
      ((meansMetric(fact.name, metric, row.name) && isOfRow(fact, metric, row.name)) ||
        isRateOfMatter(fact, row.name)),
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
