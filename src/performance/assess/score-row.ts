import { compare, equal, fraction, max, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import type { ScoreRow } from '../audit/audit.ts';
import type { SelfScore } from '../evaluation/parts.ts';
import { levels, type FrameworkRow } from '../frameworks/row.ts';
import { impliedRate, scoreRule, type Rule, type RuleSettings, type Scored } from '../rules/index.ts';
import type { FigureBook } from './figure-book.ts';
import { keyOfRuleFigure, standIns, type InputLayers } from './inputs.ts';

/** A row of the sheet scored by its rule: the contract's row, and what the rest of the assessment needs of it. */
export interface RowAssessment {
  readonly row: ScoreRow;
  readonly rule: Rule;
  /** Null until the department has scored the row. */
  readonly claimed: Fraction | null;
  /** What the admissible readings give; for a stand-in the unit's own claim is the upper end. */
  readonly low: Fraction;
  readonly high: Fraction;
  readonly missingIds: readonly string[];
  readonly missing: readonly string[];
  readonly isDropped: boolean;
  readonly restsOnStandIn: boolean;
}
export interface RowQuestion {
  readonly row: FrameworkRow;
  readonly self: SelfScore | undefined;
  readonly layers: InputLayers;
  readonly book: FigureBook;
  readonly settings: RuleSettings;
}

/** The adapted rule counts only once it is approved. */
export const ruleOf = ({ row, self }: Pick<RowQuestion, 'row' | 'self'>): Rule =>
  self?.adapted?.approvedAt && self.adapted.rule ? self.adapted.rule : row.rule;

export function scoreRow(question: RowQuestion): RowAssessment {
  const { row, self, layers, settings } = question;
  const rule = ruleOf(question);
  const claimed = self?.points == null ? null : fraction(self.points);
  const scored = scoreRule(rule, layers.withStandIns, settings);
  const shared = { rule, claimed, missing: [], missingIds: [], isDropped: false, restsOnStandIn: false };
  const line = {
    path: row.path,
    name: levels(row.path)[2],
    full: row.weight,
    claimed: toDecimal(claimed ?? zero),
  };
  const open = { low: zero, high: claimed ?? zero };
  if (claimed && compare(claimed, fraction(row.weight)) > 0) {
    const because = `自评${line.claimed}分，超过分值${row.weight}分`;
    const full = { low: zero, high: fraction(row.weight) };
    return { ...shared, ...full, row: { ...line, recomputed: row.weight, status: 'contradicts', because } };
  }
  if (scored.status === 'missing') {
    const because = [`缺少：${scored.missing.join('、')}`, implied(rule, claimed, settings)]
      .filter(Boolean)
      .join('；');
    return {
      ...shared,
      ...open,
      missing: scored.missing,
      missingIds: scored.missingIds.map(keyOfRuleFigure),
      row: { ...line, recomputed: null, status: 'no-figure', because },
    };
  }
  if (scored.status !== 'computed') return { ...shared, ...open, ...unscored(scored, line) };
  return { ...shared, ...computed(question, rule, scored, line) };
}

type Line = Pick<ScoreRow, 'path' | 'name' | 'full' | 'claimed'>;

function unscored(
  scored: Exclude<Scored, { status: 'computed' | 'missing' }>,
  line: Line,
): Pick<RowAssessment, 'row' | 'isDropped'> {
  const isDropped = scored.status === 'dropped';
  const because = isDropped
    ? scored.because.map((step) => step.text).join('；')
    : `由评价人员判断：${scored.asks.join('；')}`;
  return { isDropped, row: { ...line, recomputed: null, status: 'judged', because } };
}

function computed(
  { layers, book, settings }: RowQuestion,
  rule: Rule,
  scored: Extract<Scored, { status: 'computed' }>,
  line: Line,
): Pick<RowAssessment, 'row' | 'low' | 'high' | 'restsOnStandIn'> {
  const claimed = fraction(line.claimed);
  const lacking = (inputs: InputLayers['given']): readonly string[] => {
    const again = scoreRule(rule, inputs, settings);
    return again.status === 'missing' ? again.missingIds : [];
  };
  const borrowed = standIns.filter((each) => lacking(layers.withZeros).includes(each.for));
  const zeros = lacking(layers.given).flatMap((id) => book.provenZeros.get(keyOfRuleFigure(id)) ?? []);
  const agrees = isAReading(rule, claimed, layers);
  const because = [...zeros, ...scored.because.map((step) => step.text), ...borrowed.map((each) => each.why)];
  return {
    restsOnStandIn: borrowed.length > 0,
    low: agrees ? claimed : scored.range.low,
    high: agrees ? claimed : borrowed.length > 0 ? max(claimed, scored.range.high) : scored.range.high,
    row: {
      ...line,
      recomputed: toDecimal(agrees ? claimed : scored.points),
      status: agrees ? 'agrees' : 'contradicts',
      because: because.join('；'),
    },
  };
}

/** A score agrees when any admissible reading of the open questions gives it. */
function isAReading(rule: Rule, claimed: Fraction, layers: InputLayers): boolean {
  return readings.some((settings) => {
    const scored = scoreRule(rule, layers.withStandIns, settings);
    return scored.status === 'computed' && equal(scored.points, claimed);
  });
}
const readings: readonly RuleSettings[] = (['whole', 'started', 'pro-rata'] as const).flatMap((partOfStep) =>
  (['lower', 'upper'] as const).flatMap((silentEnd) =>
    (['points', 'relative'] as const).map((percent) => ({ partOfStep, silentEnd, percent })),
  ),
);

function implied(rule: Rule, claimed: Fraction | null, settings: RuleSettings): string {
  return claimed === null ? '' : (impliedRate(rule, claimed, settings)?.text ?? '');
}
