import type { Instant } from '#lib/time.ts';

/** 容缺受理承诺书, signed: which papers are to follow, when and by whom it was signed. */
export interface TolerancePromise {
  readonly papers: readonly string[];
  readonly at: Instant;
  /** The applicant or who acts for them; at a counter the clerk before whom it was signed; the province’s program. */
  readonly by: string;
  /** The scan of the sheet signed at a counter, an attachment of the case; null when it was signed on line. */
  readonly sheet: string | null;
}
