import { fraction, max, min, zero } from '#lib/fraction.ts';
import { bands } from './bands.ts';
import { checklist } from './checklist.ts';
import { fullOf } from './full-of.ts';
import { isMeasured, measure, type Measured } from './measure.ts';
import { perCase } from './per-case.ts';
import { proportional } from './proportional.ts';
import type { Bands, Proportional, Rule, StepPenalty } from './rule.ts';
import type { Computed, RuleInputs, Scored } from './scored.ts';
import type { RuleSettings } from './settings.ts';
import { states } from './states.ts';
import { stepPenalty, type Points } from './step-penalty.ts';
import { oneOf, sumOf, unless } from './wrappers.ts';

/** Points by the rule, with the working; a figure that is not there is named, never replaced by full marks. */
export function scoreRule(rule: Rule, inputs: RuleInputs, settings: RuleSettings): Scored {
  const scored = evaluate(rule, inputs, settings);
  if (scored.status !== 'computed') return scored;
  const others = everyReading()
    .map((each) => evaluate(rule, inputs, each))
    .filter((each): each is Computed => each.status === 'computed');
  const low = others.map((each) => each.range.low).reduce(min, scored.range.low);
  const high = others.map((each) => each.range.high).reduce(max, scored.range.high);
  return { ...scored, range: { low, high } };
}

/** Every admissible combination of the open questions. */
export function everyReading(): readonly RuleSettings[] {
  const parts = ['whole', 'started', 'pro-rata'] as const;
  const ends = ['lower', 'upper'] as const;
  const percents = ['points', 'relative'] as const;
  return parts.flatMap((partOfStep) =>
    ends.flatMap((silentEnd) => percents.map((percent) => ({ partOfStep, silentEnd, percent }))),
  );
}

function evaluate(rule: Rule, inputs: RuleInputs, settings: RuleSettings): Scored {
  const again = (part: Rule): Scored => evaluate(part, inputs, settings);
  switch (rule.kind) {
    case 'stepPenalty':
    case 'bands':
    case 'formula':
      return byMetric(rule, inputs, settings);
    case 'checklist':
      return checklist(rule, inputs);
    case 'perCase':
      return perCase(rule, inputs);
    case 'states':
      return states(rule, inputs);
    case 'oneOf':
      return oneOf(rule, again);
    case 'sum':
      return sumOf(rule, again);
    case 'unless':
      return unless(rule, inputs, again);
    case 'judged':
      return {
        status: 'judged',
        range: { low: fraction(rule.range[0]), high: fraction(rule.range[1]) },
        asks: [rule.text],
      };
  }
}

type ByMetric = StepPenalty | Bands | Proportional;

function byMetric(rule: ByMetric, inputs: RuleInputs, settings: RuleSettings): Scored {
  const found = measure(rule.metric, inputs);
  if (!isMeasured(found)) return { status: 'missing', ...found };
  const got = leaf(rule, found, settings);
  if (got)
    return {
      status: 'computed',
      points: got.points,
      range: { low: got.points, high: got.points },
      because: got.because,
    };
  const asks = [`${found.working}，不在评分标准的任何一档`];
  return { status: 'judged', range: { low: zero, high: fraction(fullOf(rule)) }, asks };
}

function leaf(rule: ByMetric, found: Measured, settings: RuleSettings): Points | undefined {
  if (rule.kind === 'stepPenalty') return stepPenalty(rule, found, settings);
  return rule.kind === 'bands' ? bands(rule, found, settings) : proportional(rule, found);
}
