import { toDecimal } from '#lib/fraction.ts';
import type { RuleSettings } from '../rules/index.ts';
import { impliedRate, whatWouldItTake } from '../rules/index.ts';
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
    const points = row.status === 'no-figure' ? row.claimed : row.recomputed!;
    const said = row.status === 'no-figure' ? impliedRate(rule, claimed, settings) : undefined;
    // Without a figure the move starts from the rate that the claimed score implies.
    const value = said?.low ?? said?.high;
    const inputs =
      said && value
        ? { ...layers.withStandIns, figures: { ...layers.withStandIns.figures, [said.metric.id]: value.v } }
        : layers.withStandIns;
    const move = whatWouldItTake(rule, inputs, settings);
    return [
      {
        path: row.path,
        name: row.name,
        now: points,
        full: row.full,
        implied: said?.text ?? '',
        needs: move?.text ?? (row.status === 'no-figure' ? row.because : ''),
        gain: move ? toDecimal(move.gain) : null,
      },
    ];
  });
}
