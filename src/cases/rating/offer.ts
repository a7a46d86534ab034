import type { Instant } from '#lib/time.ts';
import type { CaseFile } from '../file/case-file.ts';

/** What is known of a case when it may be rated, and all that a rating has to know of it. */
export interface RatingOffer {
  readonly caseId: string;
  readonly number: string;
  /** From when: the moment at which the applicant had the result. */
  readonly since: Instant;
  /** What is rated: the windows, departments and items that ratings are counted by. */
  readonly item: string;
  readonly department: string;
  readonly place: string;
  readonly windowId: string | null;
  readonly channel: CaseFile['channel'];
  /** Whose rating it is; null for somebody without an account, who is known by number and phone. */
  readonly applicant: string | null;
}

const END_OF_SERVICE = new Set<CaseFile['state']>(['completed', 'declined', 'terminated', 'elsewhere']);

/**
 * 好差评 is offered once for a case that is over with an answer of the office: handed out, declined, ended, or done in
 * another system. What its applicant took back was no service, and what was revoked was rated before. Null where none is
 * offered. The module of the ratings hangs here: it asks this one function, on the page of the case and by its number, and
 * keeps what is said in rows of its own under `caseId`. Pure. @public
 */
export function ratingOffer(row: CaseFile): RatingOffer | null {
  const since = row.completedAt ?? row.endedAt;
  if (!END_OF_SERVICE.has(row.state) || since === null) return null;
  return {
    caseId: row.id,
    number: row.number,
    since,
    item: row.item,
    department: row.department,
    place: row.place,
    windowId: row.windowId,
    channel: row.channel,
    applicant: row.applicant,
  };
}
