import { Type } from 'typebox';
import type { Attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import type { CommitmentSigned } from '../commitment/words.ts';
import { sheetAmong } from '../tolerance/promise/promise.ts';
import type { CaseFile } from './case-file.ts';
import { Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';

/** What a window writes down of somebody's wish to take back. */
export const WishField = {
  reason: Reason('撤回原因'),
  sheet: Type.String({
    title: '申请人签署的撤回申请书（扫描件当天上传到本件，填文件名）',
    minLength: 1,
    maxLength: 200,
    pattern: '\\S',
    keep: 'never',
  }),
};
interface Wishing {
  readonly input: { readonly sheet: string };
  readonly attached: readonly Attachment[];
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/**
 * The sheet on which a window takes a case back for its applicant, before the acceptance and after it: a clerk's word that
 * they saw it signed is no wish of the applicant's. Laid with the case on this very day, so that no file of its course
 * passes for it. Refuses a clerk with an interest. Pure.
 */
export function wishFor(
  mine: CaseFile,
  { input, attached, by, now }: Wishing,
): { readonly wishSigned: CommitmentSigned } {
  refuseConflict(mine, by);
  const sheet = sheetAmong(mine, attached, input.sheet);
  if (dayOf(sheet.uploadedAt) !== dayOf(now)) refuse('cases.wish-old', { name: sheet.name ?? sheet.number });
  return { wishSigned: { at: now, by: by.id, sheet: sheet.id } };
}
