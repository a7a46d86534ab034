import { compare, type Fraction } from '#lib/fraction.ts';
import type { Metric } from './rule.ts';
import { withUnit } from './units.ts';

export interface End {
  readonly v: Fraction;
  readonly incl: boolean;
}
/** A stretch of values; an absent end is open. */
export interface Stretch {
  readonly low?: End;
  readonly high?: End;
}
/** On the printed scale, as the inverting functions work; `rate` is the value every reading admits. */
export interface Found extends Stretch {
  readonly rate?: Fraction;
}

/** 为45%, 不低于80%且低于90%. Ends on the printed scale. */
export function stretchText(metric: Metric, { rate, low, high }: Found): string {
  const at = (each: End): string => withUnit(metric, each.v);
  if (low && high && compare(low.v, high.v) === 0) return `为${at(low)}`;
  const parts = [
    ...(low ? [`${low.incl ? '不低于' : '高于'}${at(low)}`] : []),
    ...(high ? [`${high.incl ? '不高于' : '低于'}${at(high)}`] : []),
  ];
  const range = parts.length > 0 ? parts.join('且') : '可为任何数值';
  return rate ? `为${withUnit(metric, rate)}（按现行读法${range}）` : range;
}
