import { dayOf, type Day, type Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';
import { namesIn } from '../file/paper.ts';
import { UNDECIDED } from '../words.ts';

/** From the acceptance on a word may have been broken, however the case goes on or ends. */
export const BROKEN_IN = [
  ...UNDECIDED,
  'granted',
  'refused',
  'issued',
  'completed',
  'revoked',
  'withdrawn',
  'terminated',
] as const;

interface Broken {
  readonly occurredOn: Day;
  readonly reason: string;
}
/** What still lacks, if anything does. */
function owed({ papers }: CaseFile): string {
  const names = namesIn(papers, 'outstanding');
  return names.length === 0 ? '' : `：${names.join('、')}`;
}
/** Papers that were to follow had not come when their term ended, whatever became of the case: they came after it, or never. */
const isOverdue = ({ outstandingDueAt: until, suppliedAt, endedAt }: CaseFile, now: Instant): boolean =>
  until !== null && until < (suppliedAt ?? endedAt ?? now);

/**
 * The word that an applicant broke, and the day it was broken: papers that were to follow and did not come in their term, or a promise that
 * was false and not put right in time, or could not be. Null when there is none. Pure.
 */
export function brokenWord(mine: CaseFile, now: Instant): Broken | null {
  if (mine.outcome === 'not-supplied')
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: `容缺受理后逾期未补齐材料${owed(mine)}` };
  if (isOverdue(mine, now))
    return { occurredOn: dayOf(mine.outstandingDueAt!), reason: `容缺受理后逾期未补齐材料${owed(mine)}` };
  if (mine.outcome === 'false-promise')
    return { occurredOn: dayOf(mine.endedAt ?? now), reason: '告知承诺不实，办理终止' };
  if (mine.isPromiseTrue !== false || mine.putRightAt !== null) return null;
  if (mine.state === 'revoked')
    return { occurredOn: dayOf(mine.revokedAt ?? now), reason: '告知承诺不实，决定已撤销' };
  return mine.putRightBy !== null && mine.putRightBy < dayOf(now)
    ? { occurredOn: mine.putRightBy, reason: '告知承诺不实，逾期未整改' }
    : null;
}
