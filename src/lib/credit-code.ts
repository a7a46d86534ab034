const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 as a regular expression: 18 characters; letters I, O, S, V and Z are not used (GB 32100-2015). */
export const CREDIT_CODE = '[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}';

/**
 * Whether the check character is right: C18 = 31 − Σ(character × weight) mod 31, weights 3^(i−1) mod 31 (GB 32100-2015).
 * `11` and fifteen zeros: 1 × 1 + 1 × 3 = 4, 31 − 4 = 27, which is written `U`.
 */
export function isCreditCode(code: string): boolean {
  const values = [...code].map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * values[index]!, 0);
  return values[17] === (31 - (sum % 31)) % 31;
}
