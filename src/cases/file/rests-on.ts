import { rowsOfEach } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { goodResults } from '../online/held-results.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import type { Paper, RestsOn } from './paper.ts';

/** What an applicant handed in lies here: with a case under examination or granted, and given back with any other. Pure. */
export const keepsPapers = ({
  acceptedAt,
  outcome,
  revokedAt,
}: Pick<CaseFile, 'acceptedAt' | 'outcome' | 'revokedAt'>): boolean =>
  acceptedAt !== null && revokedAt === null && (outcome === null || outcome === 'granted');

interface Resting {
  readonly paper: string;
  readonly on: RestsOn;
}
/** The papers that were not brought, each with what it rests on. */
const resting = (papers: readonly Paper[]): readonly Resting[] =>
  papers.flatMap(({ name, state, restsOn }) =>
    state === 'waived' && restsOn ? [{ paper: name, on: restsOn }] : [],
  );

type Asked = { readonly row: Pick<CaseFile, 'papers'> };
/** The cases on which the papers of a case rest; nothing is looked up for a case whose papers were all brought. */
export const groundNeeds = {
  grounds: rowsOfEach(caseFile, ({ row }: Asked) =>
    [...new Set(resting(row.papers).map(({ on }) => on.caseId))].map((id) => ({ id })),
  ),
};

interface Granting {
  readonly caseFile: CaseFile;
  readonly grounds: readonly CaseFile[];
  readonly now: Instant;
}
/**
 * Refuses a grant that would rest on a result that does not hold good any more – revoked, run out –, or on a paper that went
 * back to the applicant: what was looked up at the application is looked up again. Pure.
 */
export function refuseGroundless({ caseFile: mine, grounds, now }: Granting): void {
  for (const { paper, on } of resting(mine.papers)) {
    const source = grounds.find(({ id }) => id === on.caseId)!; // Cases are never removed.
    const stands = on.what === 'result' ? goodResults([source], dayOf(now)).length > 0 : keepsPapers(source);
    if (!stands) refuse('cases.ground-gone', { paper, source: `${source.itemName}（${source.number}）` });
  }
}
