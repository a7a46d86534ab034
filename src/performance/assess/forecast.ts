import { compare, fraction, min, minus, toDecimal, zero, type Fraction } from '#lib/fraction.ts';
import {
  impliedRate,
  isMeasured,
  measure,
  whatWouldItTake,
  type Move,
  type Rule,
  type RuleSettings,
} from '../rules/index.ts';
import { caseAdvice, type Advice } from './case-advice.ts';
import type { InputLayers } from './inputs.ts';
import type { RowAssessment } from './score-row.ts';

/** What an open row would need: `公务卡: the score of 2 implies 45 %; 50 % would give +1`. */
export interface Forecast {
  readonly path: string;
  readonly name: string;
  readonly now: string;
  readonly full: string;
  /** What the present score says about a figure that is not there; empty when nothing. */
  readonly implied: string;
  /** What more points would take; empty when only a person can say. */
  readonly needs: string;
  /** Never more than the row still has to give; null when no figure can tell. */
  readonly gain: string | null;
}

/** Rows with points still to be had, each with what they would take; a row at its full mark has nothing to ask for. */
export function forecast(
  rows: readonly RowAssessment[],
  layers: InputLayers,
  settings: RuleSettings,
): readonly Forecast[] {
  return rows.flatMap((each) => {
    const { row, claimed, rule } = each;
    const isMissing = row.status === 'no-figure';
    if (claimed === null || (!isMissing && row.recomputed === null)) return [];
    const now = isMissing ? claimed : fraction(row.recomputed!);
    const left = minus(fraction(row.full), now);
    if (compare(left, zero) <= 0) return [];
    const said = isMissing ? impliedRate(rule, claimed, settings) : undefined;
    const value = isMissing ? (said?.rate ?? said?.low?.v ?? said?.high?.v) : valueNow(rule, layers);
    const move = value && whatWouldItTake(rule, value, settings);
    const advice = (move && moveAdvice(move, now, left)) ?? caseAdvice(rule, now);
    const needs = advice?.text ?? (isMissing ? row.because : '');
    if (needs === '' && !said) return [];
    return [
      {
        path: row.path,
        name: row.name,
        now: toDecimal(now),
        full: row.full,
        implied: said?.text ?? '',
        needs,
        gain: advice ? toDecimal(advice.gain) : null,
      },
    ];
  });
}

/** The move may start from a value that gives less than was claimed: its words say the gain over the claim. */
function moveAdvice({ full }: Move, now: Fraction, left: Fraction): Advice | undefined {
  const gain = min(minus(full.points, now), left);
  if (compare(gain, zero) <= 0) return undefined;
  return { gain, text: full.text.replace(/可增加[\d.]+分/, `可增加${toDecimal(gain)}分`) };
}

/** The metric's value as it stands, for rules that rest on one metric. */
function valueNow(rule: Rule, layers: InputLayers): Fraction | undefined {
  if (rule.kind === 'unless') return valueNow(rule.rule, layers);
  if (rule.kind !== 'stepPenalty' && rule.kind !== 'bands' && rule.kind !== 'formula') return undefined;
  const found = measure(rule.metric, layers.withStandIns);
  return isMeasured(found) ? found.value : undefined;
}
