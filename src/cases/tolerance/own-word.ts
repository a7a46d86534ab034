import { applicant } from '#applicants/index.ts';
import { alikeTo, askedIf, rowsOfEach } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { brokenWord } from '../breach/broken-word.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { goodCredit } from './barred.ts';

type Asked = { readonly row: Pick<CaseFile, 'id' | 'applicant' | 'creditCode'> };
const ON_WORD = ['tolerant', 'committed'] as const;
const isRegistered = ({ row }: Asked): boolean => row.applicant !== null;

/** What anybody is believed by: no breach on record, and every case of theirs that was accepted on their word. */
export const creditNeeds = {
  credit: goodCredit,
  ofDocument: alikeTo([caseFile, 'applicantId'], [caseFile, 'applicantId'], ({ row }: Asked) => ({
    id: row.id,
  })),
  ofIdentity: askedIf(
    isRegistered,
    alikeTo([caseFile, 'applicantId'], [applicant, 'identity'], ({ row }: Asked) => ({ id: row.applicant! })),
    [],
  ),
  ofRecord: rowsOfEach(caseFile, ({ row: { applicant: who, creditCode } }: Asked) =>
    ON_WORD.flatMap((acceptance) => [
      ...(who === null ? [] : [{ applicant: who, acceptance }]),
      ...(creditCode === null ? [] : [{ creditCode, acceptance }]),
    ]),
  ),
};

/** What a case says against its applicant's word, and no record of a breach – that may be repaired – says yet; null for nothing. Pure. */
function againstWord(row: CaseFile, now: Instant): string | null {
  if (row.breach !== null) return null;
  if (row.isPromiseTrue === false && row.putRightAt === null) return '承诺经核查不实，尚未整改到位';
  return brokenWord(row, now)?.reason ?? null;
}

interface Believing {
  readonly ofDocument: readonly CaseFile[];
  readonly ofIdentity: readonly CaseFile[];
  readonly ofRecord: readonly CaseFile[];
  readonly now: Instant;
}
/**
 * Refuses whoever has, at this moment, a promise found false and not put right or papers that did not come in their term: by the
 * cases themselves, for the record of it is only written by the next round (law-and-standards §2.2, §2.3).
 */
export function refuseBrokenWord(
  mine: Pick<CaseFile, 'id'>,
  { ofDocument, ofIdentity, ofRecord, now }: Believing,
): void {
  for (const each of [...ofDocument, ...ofIdentity, ...ofRecord]) {
    const why = each.id === mine.id ? null : againstWord(each, now);
    if (why !== null) refuse('cases.word-broken', { number: each.number, why });
  }
}
