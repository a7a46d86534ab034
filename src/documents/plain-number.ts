const SHORT = /^-?(?:0|[1-9]\d{0,14})$/;

/**
 * A stored number without any format: fifteen significant digits, as Excel shows and computes them, never with an
 * exponent. `0.28999999999999998` → `0.29`.
 */
export function plainNumber(stored: string): string {
  if (SHORT.test(stored)) return stored;
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e');
  const sign = digits.startsWith('-') ? '-' : '';
  const all = digits.replace(/[-.]/g, '');
  const point = Number(exponent) + 1;
  if (Math.abs(point) > 40) return stored;
  const whole = point <= 0 ? '0' : all.slice(0, point).padEnd(point, '0');
  const decimals = (point <= 0 ? '0'.repeat(-point) + all : all.slice(point)).replace(/0+$/, '');
  return `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
