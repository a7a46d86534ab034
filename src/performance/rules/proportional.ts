import { divide, fraction, max, min, times, zero } from '#lib/fraction.ts';
import type { Measured } from './measure.ts';
import { holds, shown } from './num.ts';
import type { Proportional } from './rule.ts';
import { say, type Points } from './step-penalty.ts';
import { opWord, printed, suffix, withUnit } from './units.ts';

/** 按比例 — the weight times the rate, held between two scores; 0 below a floor rate, full from a stated one. */
export function proportional(rule: Proportional, found: Measured): Points {
  const value = printed(rule.metric, found.value);
  const unit = suffix(rule.metric.unit);
  if (rule.zeroIf && holds(value, rule.zeroIf.op, fraction(rule.zeroIf.v)))
    return say(zero, `${found.working}，${opWord(rule.zeroIf.op)}${rule.zeroIf.v}${unit}，不得分`, found);
  if (rule.fullFrom && holds(value, rule.fullFrom.op, fraction(rule.fullFrom.v)))
    return say(
      fraction(rule.weight),
      `${found.working}，${opWord(rule.fullFrom.op)}${rule.fullFrom.v}${unit}，得满分${rule.weight}分`,
      found,
    );
  const base = fraction(rule.base);
  if (rule.invert && value.num <= 0n)
    return say(fraction(rule.clamp[1]), `${found.working}，得${rule.clamp[1]}分`, found);
  const part = rule.invert ? divide(base, value) : divide(value, base);
  const raw = times(part, fraction(rule.weight));
  const points = max(fraction(rule.clamp[0]), min(fraction(rule.clamp[1]), raw));
  const [top, under] = [withUnit(rule.metric, value), withUnit(rule.metric, base)];
  const written = rule.invert ? `${under} / ${top}` : rule.base === '100' ? top : `${top} / ${under}`;
  const held = shown(raw) === shown(points) ? '' : `，以${rule.clamp[0]}至${rule.clamp[1]}分为限`;
  return say(
    points,
    `${found.working}，${written} × ${rule.weight}分 = ${shown(raw)}分${held}，得${shown(points)}分`,
    found,
  );
}
