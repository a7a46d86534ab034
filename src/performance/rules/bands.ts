import { compare, fraction, type Fraction } from '#lib/fraction.ts';
import type { Measured } from './measure.ts';
import type { Band, Bands, Bound, Unit } from './rule.ts';
import type { RuleSettings } from './settings.ts';
import { say, type Points } from './step-penalty.ts';
import { printed, suffix } from './units.ts';

/** 分档 — the band that holds the value gives its points; undefined when no band holds it. */
export function bands(rule: Bands, found: Measured, settings: RuleSettings): Points | undefined {
  const value = printed(rule.metric, found.value);
  const band = rule.bands.find((each) => isIn(each, value, settings));
  if (!band) return undefined;
  const points = fraction(band.points);
  const gives = points.num === 0n ? '不得分' : `得${band.points}分`;
  return say(points, `${found.working}，属于“${bandText(band, rule.metric.unit)}”一档，${gives}`, found);
}

/** The value is on the printed scale. */
export function isIn(band: Band, value: Fraction, settings: RuleSettings): boolean {
  const { lo, hi } = band;
  const above = lo ? compare(value, fraction(lo.v)) : 1;
  const below = hi ? compare(fraction(hi.v), value) : 1;
  return (
    (above > 0 || (above === 0 && holdsEnd(lo, 'lower', settings))) &&
    (below > 0 || (below === 0 && holdsEnd(hi, 'upper', settings)))
  );
}

/** Whether a band holds its own end; where the form is silent, the setting says which end belongs. */
export function holdsEnd(bound: Bound, end: 'lower' | 'upper', settings: RuleSettings): boolean {
  if (!bound) return false;
  return bound.incl === 'unstated' ? settings.silentEnd === end : bound.incl;
}

/** `80%（含）-90%（不含）`, `≥95%`, `低于60%`, `=0%`. Read back by `parse/condition.ts`. */
export function bandText({ lo, hi }: Pick<Band, 'lo' | 'hi'>, unit: Unit): string {
  const at = (bound: NonNullable<Bound>): string => `${bound.v}${suffix(unit)}`;
  if (lo && hi) return lo.v === hi.v ? `=${at(lo)}` : `${at(lo)}${inclText(lo)}-${at(hi)}${inclText(hi)}`;
  if (lo) return lo.incl === 'unstated' ? `${at(lo)}以上` : `${lo.incl ? '≥' : '高于'}${at(lo)}`;
  if (hi) return hi.incl === 'unstated' ? `${at(hi)}以下` : `${hi.incl ? '≤' : '低于'}${at(hi)}`;
  return '任何数值';
}
const inclText = (bound: NonNullable<Bound>): string =>
  bound.incl === 'unstated' ? '' : bound.incl ? '（含）' : '（不含）';
