import {
  absolute,
  ceiling,
  compare,
  divide,
  fraction,
  minus,
  plus,
  times,
  type Fraction,
} from '#lib/fraction.ts';
import type { StepPenalty } from './rule.ts';
import type { RuleSettings } from './settings.ts';
import { stepSize } from './step-penalty.ts';
import type { End, Found } from './stretch.ts';

/** How far beyond the threshold, in steps: from (or after) so many to so many. */
interface Beyond {
  readonly from?: End;
  readonly to?: End;
  readonly exactly?: Fraction;
}

/** Inverts a step penalty on the printed scale; undefined when this score cannot be. */
export function impliedByStep(
  rule: StepPenalty,
  points: Fraction,
  settings: RuleSettings,
): Found | undefined {
  const [full, floor] = [fraction(rule.full), fraction(rule.floor)];
  const cut =
    rule.zeroIf && points.num === 0n
      ? divide(distanceTo(rule, rule.zeroIf.v), stepSize(rule, settings))
      : undefined;
  if (compare(points, full) > 0 || (compare(points, floor) < 0 && cut === undefined)) return undefined;
  const steps = divide(minus(full, compare(points, floor) < 0 ? floor : points), fraction(rule.perStep));
  const clipped = compare(points, floor) <= 0;
  const beyond = clipped ? beyondFloor(rule, steps, { settings, cut }) : between(rule, steps, settings);
  if (!beyond) return undefined;
  return turn(rule, beyond, settings);
}

/** The value on the printed scale, so many steps to the bad side of the threshold. */
export function valueAt(rule: StepPenalty, steps: Fraction, settings: RuleSettings): Fraction {
  const distance = times(steps, stepSize(rule, settings));
  return rule.side === 'above'
    ? plus(fraction(rule.threshold), distance)
    : minus(fraction(rule.threshold), distance);
}

const distanceTo = (rule: StepPenalty, limit: string): Fraction =>
  absolute(minus(fraction(limit), fraction(rule.threshold)));

function between(rule: StepPenalty, steps: Fraction, settings: RuleSettings): Beyond | undefined {
  const partial = rule.partial ?? settings.partOfStep;
  if (steps.den !== 1n && rule.partial !== undefined && rule.partial !== 'pro-rata') return undefined;
  const here = { v: steps, incl: true };
  if (steps.num === 0n) return { to: partial === 'whole' ? { v: fraction(1), incl: false } : here };
  if (partial === 'pro-rata' || steps.den !== 1n) return { from: here, to: here, exactly: steps };
  if (partial === 'whole')
    return { from: here, to: { v: plus(steps, fraction(1)), incl: false }, exactly: steps };
  return { from: { v: minus(steps, fraction(1)), incl: false }, to: here, exactly: steps };
}

/** At the floor the value may be as bad as one likes: a half-open range. */
function beyondFloor(
  rule: StepPenalty,
  steps: Fraction,
  { settings, cut }: { settings: RuleSettings; cut: Fraction | undefined },
): Beyond {
  const partial = rule.partial ?? settings.partOfStep;
  const whole = fraction(ceiling(steps));
  const from: End =
    partial === 'pro-rata'
      ? { v: steps, incl: true }
      : partial === 'whole'
        ? { v: whole, incl: true }
        : { v: minus(whole, fraction(1)), incl: false };
  if (cut === undefined) return { from };
  const limit: End = { v: cut, incl: rule.zeroIf?.op.includes('=') ?? false };
  return { from: rule.floor !== '0' || compare(cut, from.v) < 0 ? limit : from };
}

function turn(rule: StepPenalty, beyond: Beyond, settings: RuleSettings): Found {
  const end = (each: End): End => ({ v: valueAt(rule, each.v, settings), incl: each.incl });
  const [near, far] = [beyond.from && end(beyond.from), beyond.to && end(beyond.to)];
  const [low, high] = rule.side === 'above' ? [near, far] : [far, near];
  return {
    ...(low && { low }),
    ...(high && { high }),
    ...(beyond.exactly && { rate: valueAt(rule, beyond.exactly, settings) }),
  };
}
