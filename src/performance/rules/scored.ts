import type { Fraction } from '#lib/fraction.ts';

/** What a rule may read. */
export interface RuleInputs {
  /**
   * By metric id or by the figure ids of its formula (`metrics.ts`). Rates are ratios (38/18, never 211.11),
   * amounts are in the metric's own unit, counts are whole. A figure that is not known is absent, never zero.
   */
  readonly figures: Readonly<Record<string, Fraction>>;
  /** What a person established, by the text of a checklist item, of a state, or of `notApplicable`. */
  readonly answers?: Readonly<Record<string, boolean>>;
}

/** One step of the working: a Chinese sentence, and the figures in it as printed. */
export interface Step {
  readonly text: string;
  readonly figures: Readonly<Record<string, string>>;
}
export interface Range {
  readonly low: Fraction;
  readonly high: Fraction;
}
export interface Computed {
  readonly status: 'computed';
  readonly points: Fraction;
  /** What the other admissible readings of the open questions would give. */
  readonly range: Range;
  readonly because: readonly Step[];
}
/** Cannot be scored: `missing` holds the Chinese names of the figures, `missingIds` their ids. */
export interface Missing {
  readonly status: 'missing';
  readonly missing: readonly string[];
  readonly missingIds: readonly string[];
}
export interface JudgedScore {
  readonly status: 'judged';
  readonly range: Range;
  /** What a person must establish. */
  readonly asks: readonly string[];
}
/** 不适用，不考核: neither points nor full marks; the caller rescales the rest to 100. */
export interface Dropped {
  readonly status: 'dropped';
  readonly because: readonly Step[];
}
export type Scored = Computed | Missing | JudgedScore | Dropped;
