import { refuse } from '#lib/refusal.ts';
import { sourceWords } from '../elsewhere/source-key.ts';
import type { CaseFile } from '../file/case-file.ts';
import { SPECIAL_PROCEDURES } from '../words.ts';
import type { Hearing } from './hearing/hearing.ts';
import type { SpecialProcedure } from './special-procedure.ts';

interface OnRecord {
  readonly caseFile: Pick<CaseFile, 'extensionNotice' | 'halt'>;
  readonly procedures: readonly Pick<SpecialProcedure, 'noticeNumber' | 'kind'>[];
  readonly hearings: readonly Pick<Hearing, 'noticeNumber' | 'dayNotice'>[];
}
/** Everything that the applicant of a case was told under a number, and what it was about. */
const noticesOf = ({ caseFile: { extensionNotice, halt }, procedures, hearings }: OnRecord) => [
  ...procedures.map(({ noticeNumber, kind }) => ({ number: noticeNumber, what: SPECIAL_PROCEDURES[kind] })),
  ...hearings.map(({ noticeNumber }) => ({ number: noticeNumber, what: SPECIAL_PROCEDURES.hearing })),
  ...hearings.map(({ dayNotice }) => ({ number: dayNotice, what: '听证通知' })),
  { number: extensionNotice, what: '延期告知' },
  { number: halt?.noticeNumber ?? null, what: '中止告知' },
];

/** One notice says one thing: its number, however it is typed, tells no second time of the same case. Pure. */
export function refuseNoticeUsed(onRecord: OnRecord, said: string): void {
  const used = noticesOf(onRecord).find(
    ({ number }) => number !== null && sourceWords(number) === sourceWords(said),
  );
  if (used) refuse('cases.procedure-notice-used', { notice: said.trim(), kind: used.what });
}
