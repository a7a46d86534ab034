import { isDay } from './time.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** 公民身份号码: 17 digits and a check character (GB 11643-1999). */
export const RESIDENT_ID = '[1-9][0-9]{16}[0-9Xx]';

/**
 * Whether the number can be somebody's: a day of birth that exists, and the right check character, which is
 * `10X98765432` at Σ(digit × weight) mod 11, weights 2^(18−i) mod 11.
 */
export function isResidentId(number: string): boolean {
  if (!new RegExp(`^${RESIDENT_ID}$`).test(number)) return false;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return isDay(born) && number[17]!.toUpperCase() === CHECKS[sum % 11];
}
