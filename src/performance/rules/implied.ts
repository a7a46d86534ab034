import type { Fraction } from '#lib/fraction.ts';
import type { Metric, Rule } from './rule.ts';
import type { RuleInputs } from './scored.ts';
import type { RuleSettings } from './settings.ts';

export interface End {
  readonly v: Fraction;
  readonly incl: boolean;
}
/** What a score says about the metric, in the metric's own unit (a rate is a ratio: 9/20 for 45 %). */
export interface Implied {
  readonly metric: Metric;
  /** Absent: open on that side. Equal ends: exactly this value. */
  readonly low?: End;
  readonly high?: End;
  /** Chinese: 得2分，公务卡刷卡率应为45%. */
  readonly text: string;
}
/** The rate or range of rates a score implies; undefined when the rule has no metric or cannot give this score. */
export function impliedRate(rule: Rule, points: Fraction, settings: RuleSettings): Implied | undefined {
  void rule;
  void points;
  void settings;
  return undefined;
}

export interface Move {
  readonly now: Fraction;
  /** The next higher score this rule can give, and what the metric must reach for it. */
  readonly next: Fraction;
  readonly gain: Fraction;
  readonly needs: Implied;
  /** Chinese: 公务卡刷卡率达到50%，可增加1分. */
  readonly text: string;
}
/** What would the metric need for more points? undefined at full marks, or where nothing can be computed. */
export function whatWouldItTake(rule: Rule, inputs: RuleInputs, settings: RuleSettings): Move | undefined {
  void rule;
  void inputs;
  void settings;
  return undefined;
}
