import {
  absolute,
  compare,
  fraction,
  minus,
  ratio,
  toDecimal,
  toFixed,
  type Fraction,
} from '#lib/fraction.ts';
import type { Finding, Verdict } from '../audit/audit.ts';
import { verdictName } from '../audit/describe.ts';
import type { FigureBook } from './figure-book.ts';
import { decimalsOf, shownFigure } from '../evaluation/figure.ts';

/** 矛盾, 尾差, 待说明; what was looked at and holds is 相符. */
export type Category = '矛盾' | '尾差' | '待说明' | '相符';
/** A finding of an audit, bound to figures of the evaluation. `line` is 0: an evaluation is not a text. */
export interface EvaluationFinding extends Finding {
  /** The same for the same question in every version: `sum:income.total`. */
  readonly id: string;
  readonly category: Category;
  readonly figures: readonly string[];
}
type Given = Omit<EvaluationFinding, 'category' | 'severity' | 'touches' | 'difference' | 'where'> &
  Partial<Pick<EvaluationFinding, 'severity' | 'touches' | 'difference' | 'where'>>;

/** Fills in what follows: a contradiction is major, a figure's place is where it stands in the form. */
export function finding(book: FigureBook, given: Given): EvaluationFinding {
  const where = given.figures.map((key) => ({
    line: 0,
    place: book.place(key),
    text: shownFigure(book.figure(key)),
  }));
  return {
    severity: given.verdict === 'contradiction' ? 'major' : 'minor',
    touches: null,
    difference: '',
    where,
    ...given,
    category: verdictName(given.verdict) as Category,
  };
}

export const decimal = (value: Fraction): string => toDecimal(value, 6);

/**
 * Equal, equal but for the last printed digit, or not. Whole numbers are counts: one case more is no rounding, but
 * 135 beside 135.36 is.
 */
export function likeness(a: Fraction, b: Fraction, printed: readonly string[]): Verdict {
  const off = absolute(minus(a, b));
  if (off.num === 0n) return 'consistent';
  const places = printed.map(decimalsOf);
  const coarse = Math.min(...places);
  const isLastDigit = coarse > 0 ? compare(off, lastPlace(coarse)) <= 0 : toFixed(a, 0) === toFixed(b, 0);
  return isLastDigit ? 'rounding' : 'contradiction';
}
/** One unit in the last of so many decimals. */
const lastPlace = (decimals: number): Fraction => ratio(1n, 10n ** BigInt(decimals));
/** a − b of two printed decimals. */
export const differs = (a: string, b: string): string => decimal(minus(fraction(a), fraction(b)));
