import {
  absolute,
  compare,
  divide,
  fraction,
  max,
  min,
  minus,
  one,
  plus,
  ratio,
  times,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import type { Verdict } from '../audit.ts';
import { half, lastDigit, type Figure } from '../text/figure.ts';
import { isWhole } from '../text/units.ts';

/** How near two printed numbers are, once their printed digits are taken at their word. */
export type Closeness = Extract<Verdict, 'consistent' | 'rounding' | 'contradiction'>;

/** Counts of things and whole numbers without a multiplier are exact; money and rates were rounded when printed. */
const isExact = ({ unit, decimals }: Figure): boolean =>
  compare(unit.scale, one) === 0 &&
  (unit.dimension === 'score' ||
    (unit.dimension === 'count' && isWhole(unit)) ||
    (unit.dimension === 'none' && decimals === 0));

/**
 * Does a printed total follow from its printed parts? Each of the n parts and the total may be off by half of the last
 * digit, so n + 1 half digits are rounding; a dropped trailing zero is no coarser digit, so the finest digit printed in
 * a unit is that of all figures in it. 4.45万元 beside 12345678.90元 was rounded to a hundred yuan.
 */
export function sumCloseness(
  total: Figure,
  parts: readonly Figure[],
): { readonly verdict: Closeness; readonly sum: Fraction } {
  let sum = zero;
  for (const part of parts) sum = plus(sum, part.value);
  const apart = absolute(minus(total.value, sum));
  if (apart.num === 0n) return { verdict: 'consistent', sum };
  const all = [total, ...parts];
  if (all.every(isExact) && all.every((figure) => figure.decimals === 0))
    return { verdict: 'contradiction', sum };
  let slack = zero;
  for (const figure of all) slack = plus(slack, times(finestIn(figure, all), ratio(1n, 2n)));
  const coarse = all.some((figure) => compare(figure.unit.scale, total.unit.scale) < 0);
  if (coarse && compare(apart, times(finestIn(total, all), ratio(1n, 2n))) <= 0)
    return { verdict: 'consistent', sum };
  return { verdict: compare(apart, slack) <= 0 ? 'rounding' : 'contradiction', sum };
}

/** The finest digit printed in the unit of a figure. */
const finestIn = (figure: Figure, all: readonly Figure[]): Fraction =>
  all
    .filter((other) => other.unit.text === figure.unit.text)
    .map(lastDigit)
    .reduce((least, digit) => (compare(digit, least) < 0 ? digit : least));

/** One quantity printed twice: the coarser of the two decides what rounding may do. */
export function twiceCloseness(a: Figure, b: Figure): Closeness {
  const apart = absolute(minus(a.value, b.value));
  if (apart.num === 0n) return 'consistent';
  if (isExact(a) && isExact(b)) return 'contradiction';
  const coarser = max(half(a), half(b));
  if (compare(half(a), half(b)) !== 0 && compare(apart, coarser) <= 0) return 'consistent';
  return compare(apart, times(coarser, fraction(2))) <= 0 ? 'rounding' : 'contradiction';
}

const HUNDRED = fraction(100);

export interface Interval {
  readonly low: Fraction;
  /** The printed figures taken as they stand. */
  readonly middle: Fraction;
  readonly high: Fraction;
}
/** What the number may have been before it was printed; a count is exactly itself. */
export function intervalOf(figure: Figure): Interval {
  const slack = isExact(figure) ? zero : half(figure);
  return { low: minus(figure.value, slack), middle: figure.value, high: plus(figure.value, slack) };
}

/** top / under × 100 for every value the printed digits allow. */
export function percentOf(top: Figure, under: Figure): Interval | undefined {
  const a = intervalOf(top);
  const b = intervalOf(under);
  if (b.low.num <= 0n) return undefined;
  const middle = divide(times(top.value, HUNDRED), under.value);
  const [least, most] = top.value.num < 0n ? [a.low, min(a.high, zero)] : [max(a.low, zero), a.high];
  // A loss is the further from nothing the smaller its base.
  const low = divide(times(least, HUNDRED), least.num < 0n ? b.low : b.high);
  return { low, middle, high: divide(times(most, HUNDRED), most.num < 0n ? b.high : b.low) };
}

/** A printed rate against what it should be: half a digit is how it is printed, a whole digit is rounding. */
export function rateCloseness(printed: Figure, computed: Interval): Closeness {
  const digit = lastDigit(printed);
  const near = (slack: Fraction): boolean =>
    compare(minus(printed.value, slack), computed.high) <= 0 &&
    compare(plus(printed.value, slack), computed.low) >= 0;
  if (near(half(printed))) return 'consistent';
  // Cut off instead of rounded, or rounded up: less than one unit of the last digit.
  const strictly =
    compare(minus(printed.value, digit), computed.high) < 0 &&
    compare(plus(printed.value, digit), computed.low) > 0;
  return strictly ? 'rounding' : 'contradiction';
}
