import {
  absolute,
  ceiling,
  compare,
  divide,
  floor,
  fraction,
  max,
  min,
  minus,
  times,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import { holdsEnd } from './bands.ts';
import { valueAt } from './implied-step.ts';
import { shown } from './num.ts';
import type { Bands, Metric, Proportional, Rule, StepPenalty } from './rule.ts';
import { scoreRule } from './score.ts';
import type { RuleSettings } from './settings.ts';
import { stepSize } from './step-penalty.ts';
import { stretchText, type End, type Found, type Stretch } from './stretch.ts';
import { own, printed } from './units.ts';

export interface Goal {
  readonly points: Fraction;
  readonly gain: Fraction;
  /** What the metric must lie in, in its own unit; holds under every reading of part of a step. */
  readonly needs: Stretch;
  /** Chinese: 公务卡刷卡率不低于50%，可增加1分. */
  readonly text: string;
}
export interface Move {
  readonly metric: Metric;
  readonly now: Fraction;
  /** The next higher score, and the highest. */
  readonly next: Goal;
  readonly full: Goal;
}
type ByMetric = StepPenalty | Bands | Proportional;
/** On the printed scale. */
interface Target {
  readonly points: Fraction;
  readonly needs: Found;
}

/**
 * What would the metric need for more points? `now` is its value in its own unit (a rate is a ratio).
 * Undefined at full marks, and where the rule has no one metric.
 */
export function whatWouldItTake(rule: Rule, now: Fraction, settings: RuleSettings): Move | undefined {
  if (rule.kind === 'unless') return whatWouldItTake(rule.rule, now, settings);
  if (rule.kind !== 'stepPenalty' && rule.kind !== 'bands' && rule.kind !== 'formula') return undefined;
  const scored = scoreRule(rule, { figures: { [rule.metric.id]: now } }, settings);
  const points = scored.status === 'computed' ? scored.points : zero;
  const targets = targetsOf(rule, printed(rule.metric, now), settings).filter(
    (each) => compare(each.points, points) > 0,
  );
  const [first] = targets;
  if (!first) return undefined;
  const next = targets.reduce((a, b) => (compare(b.points, a.points) < 0 ? b : a));
  const full = targets.reduce((a, b) => (compare(b.points, a.points) > 0 ? b : a));
  const goal = (each: Target): Goal => goalOf(rule.metric, each, points);
  return { metric: rule.metric, now: points, next: goal(next), full: goal(full) };
}

function goalOf(metric: Metric, { points, needs }: Target, now: Fraction): Goal {
  const end = (each: End): End => ({ v: own(metric, each.v), incl: each.incl });
  const gain = minus(points, now);
  const scaled: Stretch = {
    ...(needs.low && { low: end(needs.low) }),
    ...(needs.high && { high: end(needs.high) }),
  };
  return {
    points,
    gain,
    needs: scaled,
    text: `${metric.name}${stretchText(metric, needs)}，可增加${shown(gain)}分，得${shown(points)}分`,
  };
}

function targetsOf(rule: ByMetric, value: Fraction, settings: RuleSettings): readonly Target[] {
  if (rule.kind === 'stepPenalty') return stepTargets(rule, value, settings);
  return rule.kind === 'bands' ? bandTargets(rule, value, settings) : proportionTargets(rule, value);
}

/** One step fewer, and none: ends at whole steps, where all readings agree. */
function stepTargets(rule: StepPenalty, value: Fraction, settings: RuleSettings): readonly Target[] {
  const beyond =
    rule.side === 'above' ? minus(value, fraction(rule.threshold)) : minus(fraction(rule.threshold), value);
  const size = stepSize(rule, settings);
  const lossy =
    ceiling(divide(minus(fraction(rule.full), fraction(rule.floor)), fraction(rule.perStep))) - 1n;
  const steps = divide(max(zero, beyond), size);
  const partial = rule.partial ?? settings.partOfStep;
  const counted = partial === 'whole' ? floor(steps) : ceiling(steps);
  const cut = rule.zeroIf ? lastBefore(rule, size) : undefined;
  const fewer = [counted - 1n, lossy, ...(cut === undefined ? [] : [cut])].reduce((a, b) => (b < a ? b : a));
  return [...new Set([fewer > 0n ? fewer : 0n, 0n])].map((n) => ({
    points: at(rule, n),
    needs: goodSide(rule, valueAt(rule, fraction(n), settings)),
  }));
}

const at = (rule: StepPenalty, n: bigint): Fraction =>
  max(fraction(rule.floor), minus(fraction(rule.full), times(fraction(rule.perStep), fraction(n))));

/** The most whole steps that still lie outside 低于80%不得分. */
function lastBefore(rule: StepPenalty, size: Fraction): bigint {
  const distance = divide(absolute(minus(fraction(rule.zeroIf?.v ?? '0'), fraction(rule.threshold))), size);
  return rule.zeroIf?.op.includes('=') ? ceiling(distance) - 1n : floor(distance);
}

const goodSide = (rule: StepPenalty, v: Fraction): Found =>
  rule.side === 'above' ? { high: { v, incl: true } } : { low: { v, incl: true } };

/** Of the bands with one score the nearest. */
function bandTargets(rule: Bands, value: Fraction, settings: RuleSettings): readonly Target[] {
  const ends = rule.bands.map((each) => ({
    points: fraction(each.points),
    needs: {
      ...(each.lo && { low: { v: fraction(each.lo.v), incl: holdsEnd(each.lo, 'lower', settings) } }),
      ...(each.hi && { high: { v: fraction(each.hi.v), incl: holdsEnd(each.hi, 'upper', settings) } }),
    },
  }));
  return ends.toSorted((a, b) => compare(away(a.needs, value), away(b.needs, value)));
}

function away({ low, high }: Found, value: Fraction): Fraction {
  const under = low ? max(zero, minus(low.v, value)) : zero;
  const over = high ? max(zero, minus(value, high.v)) : zero;
  return max(under, over);
}

function proportionTargets(rule: Proportional, value: Fraction): readonly Target[] {
  const full = fraction(rule.clamp[1]);
  const part = divide(full, fraction(rule.weight));
  const base = fraction(rule.base);
  const earned = rule.invert ? divide(base, part) : times(base, part);
  const from = rule.fullFrom ? fraction(rule.fullFrom.v) : earned;
  const best = rule.invert ? max(earned, from) : min(earned, from);
  const incl = rule.fullFrom === undefined || compare(best, earned) === 0 || rule.fullFrom.op.includes('=');
  const target = {
    points: full,
    needs: rule.invert ? { high: { v: best, incl } } : { low: { v: best, incl } },
  };
  const cut = rule.zeroIf && !rule.invert ? cutTarget(rule, value) : undefined;
  return cut ? [cut, target] : [target];
}

/** Below the floor rate the next score is what that rate itself earns. */
function cutTarget(rule: Proportional, value: Fraction): Target | undefined {
  const limit = fraction(rule.zeroIf?.v ?? '0');
  if (compare(value, limit) >= 0) return undefined;
  const points = times(divide(limit, fraction(rule.base)), fraction(rule.weight));
  return { points, needs: { low: { v: limit, incl: !rule.zeroIf?.op.includes('=') } } };
}
