import type { Fraction } from '#lib/fraction.ts';
import type { Place } from '../audit.ts';

/** A figure a rule asks for, as this document gives it. */
export interface Input {
  /** Amounts in 万元, rates as ratios, counts whole. */
  readonly value: Fraction;
  readonly places: readonly Place[];
  /** How it was found, when that needs saying. */
  readonly note: string;
  /** The fact that is missing to be sure of it, as a question; empty when there is none. */
  readonly question: string;
}
