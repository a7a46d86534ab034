import type { Held } from '#catalogue/index.ts';
import { alike } from '#lib/action/need.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { applicationBar } from '../bar/application-bar.ts';
import type { Renewing } from '../renewal/former.ts';
import { heldResults } from '../online/held-results.ts';
import { caseFile, type CaseFile } from './case-file.ts';

type Asked = {
  readonly input: { readonly applicant: { readonly idNumber?: string; readonly creditCode?: string } };
};

/** Cases of the same document number, whoever took them in and whatever account they came from; found by keyed hash. */
export const sameApplicant = {
  byDocument: alike(caseFile, 'applicantId', ({ input }: Asked) => input.applicant.idNumber ?? null),
  byCode: alike(caseFile, 'creditCode', ({ input }: Asked) => input.applicant.creditCode ?? null),
  /** What bars whoever applies (行政许可法 78, 79). */
  bars: alike(applicationBar, 'identity', ({ input }: Asked) => input.applicant.idNumber ?? null),
  firmBars: alike(applicationBar, 'creditCode', ({ input }: Asked) => input.applicant.creditCode ?? null),
};
interface Found {
  readonly byDocument: readonly CaseFile[];
  readonly byCode: readonly CaseFile[];
  readonly now: Instant;
}
/** 已持有 — what the office gave whoever has this document number, with its number. Pure. */
export const heldBy = ({ byDocument, byCode, now }: Found): Held =>
  heldResults([...byDocument, ...byCode], dayOf(now));
/** Which results may be renewed: of whoever has this document number. Pure. */
export const renewingBy = ({
  byDocument,
  byCode,
  renewals,
}: Pick<Found, 'byDocument' | 'byCode'> & Pick<Renewing, 'renewals'>): Renewing => ({
  formers: [...byDocument, ...byCode],
  renewals,
});
