import type { Attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { sheetAmong, sinceNotice } from '../file/sheet.ts';
import { isUnseen } from '../words.ts';
import './refusals.ts';
import type { CommitmentSigned } from './words.ts';

interface Believing {
  readonly input: { readonly isSigned: boolean; readonly sheet?: string };
  readonly attached: readonly Attachment[];
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/**
 * The signature on which a case is accepted on its applicant's word. At a counter the clerk sees it given; of an applicant
 * whom no clerk of ours saw it was given on line, or its sheet lies with the case.
 */
export function commitmentFor(
  mine: CaseFile,
  { input, attached, by, now }: Believing,
): CommitmentSigned | null {
  if (!input.isSigned) refuse('cases.not-signed');
  if (!isUnseen(mine.channel) || mine.commitmentSigned !== null) return mine.commitmentSigned;
  if (input.sheet === undefined) refuse('cases.commitment-unsigned');
  const purpose = '告知承诺书';
  const sheet = sheetAmong([mine], { attached, name: input.sheet, purpose, ...sinceNotice(mine) });
  return { at: now, by: by.id, sheet: sheet.id };
}
