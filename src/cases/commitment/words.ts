import type { Instant } from '#lib/time.ts';

/** 告知承诺书 or 撤回申请书, as it was signed where no clerk of ours saw it. */
export interface CommitmentSigned {
  readonly at: Instant;
  /** The applicant or who acts for them; the clerk before whom it was signed; the province’s program. */
  readonly by: string;
  /** The scan of the sheet signed at a counter, an attachment of the case; null when it was signed on line. */
  readonly sheet: string | null;
}
