import { toDecimal, type Fraction } from '#lib/fraction.ts';
import {
  impliedRate,
  isMeasured,
  measure,
  whatWouldItTake,
  type Rule,
  type RuleSettings,
} from '../rules/index.ts';
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
  readonly gain: string | null;
}

export function forecast(
  rows: readonly RowAssessment[],
  layers: InputLayers,
  settings: RuleSettings,
): readonly Forecast[] {
  return rows.flatMap((each) => {
    const { row, claimed, rule } = each;
    const isOpen = row.status === 'no-figure' || (row.recomputed !== null && row.recomputed !== row.full);
    if (!isOpen || claimed === null) return [];
    const isMissing = row.status === 'no-figure';
    const said = isMissing ? impliedRate(rule, claimed, settings) : undefined;
    const value = isMissing ? (said?.rate ?? said?.low?.v ?? said?.high?.v) : valueNow(rule, layers);
    const move = value && whatWouldItTake(rule, value, settings);
    return [
      {
        path: row.path,
        name: row.name,
        now: isMissing ? row.claimed : row.recomputed!,
        full: row.full,
        implied: said?.text ?? '',
        needs: move?.full.text ?? (isMissing ? row.because : ''),
        gain: move ? toDecimal(move.full.gain) : null,
      },
    ];
  });
}

/** The metric's value as it stands, for rules that rest on one metric. */
function valueNow(rule: Rule, layers: InputLayers): Fraction | undefined {
  if (rule.kind === 'unless') return valueNow(rule.rule, layers);
  if (rule.kind !== 'stepPenalty' && rule.kind !== 'bands' && rule.kind !== 'formula') return undefined;
  const found = measure(rule.metric, layers.withStandIns);
  return isMeasured(found) ? found.value : undefined;
}
