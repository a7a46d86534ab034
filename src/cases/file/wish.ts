import { Type } from 'typebox';
import type { Attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CommitmentSigned } from '../commitment/words.ts';
import { sheetAmong } from '../tolerance/promise/promise.ts';
import { isUnseen } from '../words.ts';
import type { CaseFile } from './case-file.ts';
import { Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';

/** What a window writes down of somebody's wish to take back. */
export const WishField = {
  reason: Reason('撤回原因'),
  isSigned: Type.Optional(Type.Boolean({ title: '申请人已当面签署撤回申请书' })),
  sheet: Type.Optional(
    Type.String({
      title: '撤回申请书扫描件（文件名；窗口没有见到申请人的须填）',
      minLength: 1,
      maxLength: 200,
      pattern: '\\S',
      keep: 'never',
    }),
  ),
};
interface Wishing {
  readonly input: { readonly isSigned?: boolean | undefined; readonly sheet?: string | undefined };
  readonly attached: readonly Attachment[];
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/**
 * The signature on which a window takes a case back for its applicant, before the acceptance and after it: seen given, or
 * the sheet that lies with the case; of who was never seen here the sheet alone. Refuses a clerk with an interest. Pure.
 */
export function wishFor(
  mine: CaseFile,
  { input, attached, by, now }: Wishing,
): { readonly wishSigned: CommitmentSigned | null } {
  refuseConflict(mine, by);
  if (input.sheet !== undefined) {
    const sheet = sheetAmong(mine, attached, input.sheet).id;
    return { wishSigned: { at: now, by: by.id, sheet } };
  }
  if (isUnseen(mine.channel)) refuse('cases.wish-unseen');
  if (input.isSigned !== true) refuse('cases.wish-not-signed');
  return { wishSigned: null };
}
