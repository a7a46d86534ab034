import type { Instant } from '#lib/time.ts';

/** 告知承诺书, as it was signed for an application on line. */
export interface CommitmentSigned {
  readonly at: Instant;
  /** The applicant or who acts for them; the clerk before whom it was signed; the province’s program. */
  readonly by: string;
  /** The scan of the sheet signed at a counter, an attachment of the case; null when it was signed on line. */
  readonly sheet: string | null;
}
