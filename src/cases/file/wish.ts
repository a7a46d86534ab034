import type { Attachment } from '#documents/index.ts';
import { dayOf, startOfDay, type Instant } from '#lib/time.ts';
import type { CommitmentSigned } from '../commitment/words.ts';
import type { CaseFile } from './case-file.ts';
import { OwnFile, Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';
import { sheetAmong } from './sheet.ts';

/** What a window writes down of somebody's wish to take back. */
export const WishField = {
  reason: Reason('撤回原因'),
  sheet: OwnFile('申请人签署的撤回申请书（当天上传到本件的扫描件）'),
};
interface Wishing {
  readonly input: { readonly sheet: string };
  readonly attached: readonly Attachment[];
  readonly by: { readonly id: string };
  readonly now: Instant;
  /** What belongs together with them: none of its papers is the sheet. */
  readonly cases?: readonly CaseFile[];
}
/**
 * The sheet on which a window takes cases back for their applicant, before the acceptance and after it: a clerk's word that
 * they saw it signed is no wish of the applicant's. Laid with one of them on this very day, so that no file of its course
 * passes for it. Refuses a clerk with an interest in one that goes. Pure.
 */
export function wishFor(
  going: readonly CaseFile[],
  { input, attached, by, now, cases = going }: Wishing,
): { readonly wishSigned: CommitmentSigned } {
  for (const each of going) refuseConflict(each, by);
  const since = { at: startOfDay(dayOf(now)), what: '今天' };
  const sheet = sheetAmong(cases, { attached, name: input.sheet, purpose: '撤回申请书', since });
  return { wishSigned: { at: now, by: by.id, sheet: sheet.id } };
}
