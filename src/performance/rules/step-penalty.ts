import {
  absolute,
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  max,
  minus,
  ratio,
  times,
  zero,
} from '#lib/fraction.ts';
import type { Fraction } from '#lib/fraction.ts';
import type { Measured } from './measure.ts';
import { holds, shown } from './num.ts';
import type { PartOfStep, StepPenalty } from './rule.ts';
import type { Step } from './scored.ts';
import type { RuleSettings } from './settings.ts';
import { opWord, printed, stepSuffix, suffix, withUnit } from './units.ts';

export interface Points {
  readonly points: Fraction;
  readonly because: readonly Step[];
}

/** 扣分制 — full marks up to a threshold, then so much off for every step beyond it, down to a floor. */
export function stepPenalty(rule: StepPenalty, found: Measured, settings: RuleSettings): Points {
  const value = printed(rule.metric, found.value);
  const threshold = fraction(rule.threshold);
  const beyond = rule.side === 'above' ? minus(value, threshold) : minus(threshold, value);
  if (rule.zeroIf && holds(value, rule.zeroIf.op, fraction(rule.zeroIf.v)))
    return say(
      zero,
      `${found.working}，${opWord(rule.zeroIf.op)}${rule.zeroIf.v}${suffix(rule.metric.unit)}，不得分`,
      found,
    );
  if (compare(beyond, zero) <= 0)
    return say(fraction(rule.full), `${found.working}，${withinText(rule)}，得${rule.full}分`, found);
  const partial = rule.partial ?? settings.partOfStep;
  const steps = countSteps(divide(beyond, stepSize(rule, settings)), partial);
  const points = max(fraction(rule.floor), minus(fraction(rule.full), times(fraction(rule.perStep), steps)));
  const distance = `${rule.side === 'above' ? '超过' : '低于'}${withUnit(rule.metric, threshold)} ${shown(beyond)}${stepSuffix(rule.metric.unit)}`;
  const sentence = `${found.working}，${distance}，${PARTIAL[partial]}${shown(steps)}步，每步扣${rule.perStep}分，${floorText(rule)}，得${shown(points)}分`;
  return say(points, sentence, found, { 步数: shown(steps), 每步扣分: rule.perStep });
}

/** The size of one step on the printed scale. */
export function stepSize(rule: StepPenalty, settings: RuleSettings): Fraction {
  const step = fraction(rule.step);
  const threshold = absolute(fraction(rule.threshold));
  const relative =
    rule.stepIn === 'percent' && (settings.percent === 'relative' || rule.metric.unit !== 'percent');
  return relative && threshold.num !== 0n ? divide(times(step, threshold), fraction(100)) : step;
}

function countSteps(beyond: Fraction, partial: PartOfStep): Fraction {
  if (partial === 'pro-rata') return beyond;
  return ratio(partial === 'whole' ? floor(beyond) : ceiling(beyond), 1n);
}

const PARTIAL: Readonly<Record<PartOfStep, string>> = {
  whole: '按整步计',
  started: '不足一步按一步计',
  'pro-rata': '按比例计',
};
const floorText = (rule: StepPenalty): string => (rule.floor === '0' ? '扣完为止' : `最低${rule.floor}分`);
const withinText = (rule: StepPenalty): string =>
  `${rule.side === 'above' ? '不超过' : '不低于'}${rule.threshold}${suffix(rule.metric.unit)}`;

export const say = (
  points: Fraction,
  text: string,
  found: Measured,
  more: Readonly<Record<string, string>> = {},
): Points => ({ points, because: [{ text, figures: { ...found.figures, ...more, 得分: shown(points) } }] });
