/**
 * Exact rational numbers. Rates and scores stay fractions until they are printed; floating point never decides a point.
 */
export interface Fraction {
  readonly num: bigint;
  /** Always positive; numerator and denominator have no common factor. */
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

/** `num / den` in lowest terms. Throws RangeError when `den` is zero. */
export function ratio(num: bigint, den: bigint): Fraction {
  if (den === 0n) throw new RangeError('division by zero');
  const sign = den < 0n ? -1n : 1n;
  const by = gcd(num, den) || 1n;
  return { num: (sign * num) / by, den: (sign * den) / by };
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Reads `12.5`, `-3`, `.5`, `38/18`; undefined when the text is no number. Does not read units or thousand commas. */
export function parseFraction(text: string): Fraction | undefined {
  const [top, bottom] = text.split('/');
  if (bottom !== undefined) {
    const over = parseFraction(top ?? '');
    const under = parseFraction(bottom);
    return over && under && under.num !== 0n ? divide(over, under) : undefined;
  }
  const match = DECIMAL.exec((top ?? '').trim());
  if (!match || (!match[2] && !match[3])) return undefined;
  const decimals = match[3] ?? '';
  const digits = BigInt(`${match[2] ?? ''}${decimals}` || '0');
  return ratio(match[1] === '-' ? -digits : digits, 10n ** BigInt(decimals.length));
}

/** Reads a number that must be one: `fraction('38/18')`. Throws SyntaxError otherwise. */
export function fraction(value: string | number | bigint): Fraction {
  const read = parseFraction(String(value));
  if (!read) throw new SyntaxError(`not a number: ${String(value)}`);
  return read;
}

export const zero: Fraction = { num: 0n, den: 1n };
export const one: Fraction = { num: 1n, den: 1n };
export const hundred: Fraction = { num: 100n, den: 1n };

export const plus = (a: Fraction, b: Fraction): Fraction =>
  ratio(a.num * b.den + b.num * a.den, a.den * b.den);
export const minus = (a: Fraction, b: Fraction): Fraction =>
  ratio(a.num * b.den - b.num * a.den, a.den * b.den);
export const times = (a: Fraction, b: Fraction): Fraction => ratio(a.num * b.num, a.den * b.den);
export const divide = (a: Fraction, b: Fraction): Fraction => ratio(a.num * b.den, a.den * b.num);
export const negate = (a: Fraction): Fraction => ({ num: -a.num, den: a.den });
export const absolute = (a: Fraction): Fraction => (a.num < 0n ? negate(a) : a);
export const sum = (all: Iterable<Fraction>): Fraction => {
  let total = zero;
  for (const each of all) total = plus(total, each);
  return total;
};

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
export const equal = (a: Fraction, b: Fraction): boolean => compare(a, b) === 0;
export const max = (a: Fraction, b: Fraction): Fraction => (compare(a, b) >= 0 ? a : b);
export const min = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);

/** The largest whole number not above. */
export function floor(a: Fraction): bigint {
  const quotient = a.num / a.den;
  return a.num % a.den < 0n ? quotient - 1n : quotient;
}
/** The smallest whole number not below. */
export const ceiling = (a: Fraction): bigint => -floor(negate(a));

/** Half-up (away from zero) at so many decimals: `toFixed(fraction('2.345'), 2)` is `2.35`. */
export function toFixed(a: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const positive = absolute(a);
  const digits = ((positive.num * scale * 2n + positive.den) / (positive.den * 2n))
    .toString()
    .padStart(decimals + 1, '0');
  const sign = a.num < 0n && /[1-9]/.test(digits) ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The shortest decimal when it is one (`2.5`), else rounded half-up at `decimals`, trailing zeros gone. */
export function toDecimal(a: Fraction, decimals = 4): string {
  const printed = toFixed(a, decimals);
  return printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed;
}

/** A rate as per cent: `percent(ratio(38n, 18n))` is `211.11%`. */
export const percent = (a: Fraction, decimals = 2): string => `${toFixed(times(a, hundred), decimals)}%`;
