import { compare, fraction, ratio, toDecimal, type Fraction } from '#lib/fraction.ts';
import type { Num } from './rule.ts';

/** Canonical decimal of a finite decimal: `0.50` is `0.5`. */
export const num = (value: Fraction): Num => toDecimal(value, 12);
export const canonical = (value: string): Num => num(fraction(value));

/** A score or a figure as people read it. */
export const shown = (value: Fraction): string => toDecimal(value, 2);

export const share = (percent: Num, of: Num): Num => {
  const part = fraction(percent);
  const whole = fraction(of);
  return num(ratio(part.num * whole.num, part.den * whole.den * 100n));
};

export const holds = (left: Fraction, op: '<' | '<=' | '=' | '>=' | '>', right: Fraction): boolean => {
  const order = compare(left, right);
  if (op === '<') return order < 0;
  if (op === '<=') return order <= 0;
  if (op === '=') return order === 0;
  return op === '>=' ? order >= 0 : order > 0;
};
