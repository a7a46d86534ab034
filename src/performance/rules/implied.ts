import { compare, divide, fraction, times, type Fraction } from '#lib/fraction.ts';
import { holdsEnd } from './bands.ts';
import { impliedByStep } from './implied-step.ts';
import { holds, shown } from './num.ts';
import type { Bands, Metric, Proportional, Rule } from './rule.ts';
import type { RuleSettings } from './settings.ts';
import { stretchText, type End, type Found, type Stretch } from './stretch.ts';
import { own } from './units.ts';

/** What a score says about the metric, in the metric's own unit (a rate is a ratio: 9/20 for 45 %). */
export interface Implied extends Stretch {
  readonly metric: Metric;
  /** The one value every reading of the open questions admits: 45 % for 2 of 3 under 50%以上, 每减少一个百分点扣0.2. */
  readonly rate?: Fraction;
  /** Chinese: 得2分，对应的公务卡刷卡率为45%. */
  readonly text: string;
}

/** The rate or range of rates a score implies; undefined when the rule has no one metric or cannot give this score. */
export function impliedRate(rule: Rule, points: Fraction, settings: RuleSettings): Implied | undefined {
  if (rule.kind === 'unless') return impliedRate(rule.rule, points, settings);
  if (rule.kind !== 'stepPenalty' && rule.kind !== 'bands' && rule.kind !== 'formula') return undefined;
  const found =
    rule.kind === 'stepPenalty'
      ? impliedByStep(rule, points, settings)
      : rule.kind === 'bands'
        ? byBands(rule, points, settings)
        : byProportion(rule, points);
  if (!found) return undefined;
  const scaled = scale(rule.metric, found);
  return {
    metric: rule.metric,
    ...scaled,
    text: `得${shown(points)}分，对应的${rule.metric.name}${stretchText(rule.metric, found)}`,
  };
}

function scale(metric: Metric, found: Found): Found {
  const end = (each: End): End => ({ v: own(metric, each.v), incl: each.incl });
  return {
    ...(found.low && { low: end(found.low) }),
    ...(found.high && { high: end(found.high) }),
    ...(found.rate && { rate: own(metric, found.rate) }),
  };
}

/** Neighbouring bands of the same score join; the hull of all is given. */
function byBands(rule: Bands, points: Fraction, settings: RuleSettings): Found | undefined {
  const found = rule.bands.filter((each) => compare(fraction(each.points), points) === 0);
  if (found.length === 0) return undefined;
  const lows = found.map(({ lo }) => lo && { v: fraction(lo.v), incl: holdsEnd(lo, 'lower', settings) });
  const highs = found.map(({ hi }) => hi && { v: fraction(hi.v), incl: holdsEnd(hi, 'upper', settings) });
  const low = lows.reduce((a, b) => (a && b ? (compare(a.v, b.v) <= 0 ? a : b) : null));
  const high = highs.reduce((a, b) => (a && b ? (compare(a.v, b.v) >= 0 ? a : b) : null));
  return { ...(low && { low }), ...(high && { high }) };
}

function byProportion(rule: Proportional, points: Fraction): Found | undefined {
  const [lo, hi] = [fraction(rule.clamp[0]), fraction(rule.clamp[1])];
  const good = (v: Fraction, incl = true): Found =>
    rule.invert ? { high: { v, incl } } : { low: { v, incl } };
  const bad = (v: Fraction, incl = true): Found =>
    rule.invert ? { low: { v, incl } } : { high: { v, incl } };
  if (compare(points, lo) < 0 || compare(points, hi) > 0) return undefined;
  if (points.num === 0n)
    return rule.zeroIf
      ? bad(fraction(rule.zeroIf.v), rule.zeroIf.op.includes('='))
      : rule.invert
        ? undefined
        : bad(fraction(0));
  const part = divide(points, fraction(rule.weight));
  const value = rule.invert ? divide(fraction(rule.base), part) : times(fraction(rule.base), part);
  if (compare(points, hi) === 0) {
    const from = rule.fullFrom;
    return from && !holds(value, from.op, fraction(from.v))
      ? good(value)
      : from
        ? good(fraction(from.v), from.op.includes('='))
        : good(value);
  }
  const isCut = [rule.zeroIf, rule.fullFrom].some((each) => each && holds(value, each.op, fraction(each.v)));
  return isCut ? undefined : { low: { v: value, incl: true }, high: { v: value, incl: true }, rate: value };
}
