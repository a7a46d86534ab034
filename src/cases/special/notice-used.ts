import { refuse } from '#lib/refusal.ts';
import { sourceWords } from '../elsewhere/source-key.ts';
import { SPECIAL_PROCEDURES, type SpecialProcedure } from '../words.ts';

/** What was told the applicant under a number: a special procedure, or the right to a hearing. */
interface Told {
  readonly noticeNumber: string;
  readonly kind?: SpecialProcedure;
}
/** One notice says one thing: its number, however it is typed, tells no second time of the same case. Pure. */
export function refuseNoticeUsed(earlier: readonly Told[], said: string): void {
  const used = earlier.find((each) => sourceWords(each.noticeNumber) === sourceWords(said));
  if (used)
    refuse('cases.procedure-notice-used', {
      notice: said.trim(),
      kind: SPECIAL_PROCEDURES[used.kind ?? 'hearing'],
    });
}
