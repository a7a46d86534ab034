import { made, type Need } from '#lib/action/need.ts';
import { randomBytesPooled } from '#lib/random.ts';

/** Without letters that are mistaken for another when read from a paper; 32 of them, five bits each. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 8;
const HALF = LENGTH / 2;

/**
 * 提取码 of a draft, `K7Q29XDM`. It opens nothing by itself: only a clerk of that place who is signed in gets a draft by it,
 * and so many tries; that is why it may stand on a paper and be shown again.
 */
const drawn = (): string =>
  Array.from(randomBytesPooled(LENGTH), (byte) => LETTERS.charAt(byte & 31)).join('');
export const freshCode: Need<unknown, string> = made(() => Promise.resolve(drawn()));

/** As it is kept: case, blanks and dashes are forgiven. */
export const plainCode = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
/** As it is read: `K7Q2-9XDM`. */
export const readableCode = (code: string): string => `${code.slice(0, HALF)}-${code.slice(HALF)}`;
export const isCode = (text: unknown): text is string =>
  typeof text === 'string' && text.length === LENGTH && [...text].every((letter) => LETTERS.includes(letter));
