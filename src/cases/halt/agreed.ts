import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from '../file/case-file.ts';
import { refuseAccepter, refuseConflict } from '../file/separation.ts';
import { refuseUncovered } from '../powers/powered.ts';

/** The head of the body, who needs no letter. */
export const HEADING = { 'cases.head': 'department' } as const;
/** Those of the deciding department who answer for a case once it is accepted. */
export const DECIDING = { 'cases.decider': 'department', ...HEADING } as const;

type Around = Parameters<typeof refuseUncovered>[1];
/** Refuses whoever may not let a case stand or end: an interest, the accepter, a chief without a letter; the head needs none. */
export function refuseUnentitled(
  mine: CaseFile,
  given: Omit<Around, 'by' | 'tree'> & { readonly by: Person; readonly tree: ScopeTree & Around['tree'] },
): void {
  const { by, tree } = given;
  refuseConflict(mine, by);
  refuseAccepter(mine, by);
  if (permit(HEADING, by, mine, tree) !== 'allowed') refuseUncovered(mine, given);
}

/** What was asked for, by another person than who now agrees. Refuses one’s own wish. */
export function getAsked({ askedHalt }: Pick<CaseFile, 'askedHalt'>, by: { readonly id: string }) {
  if (askedHalt === null) return refuse('cases.halt-not-asked');
  if (askedHalt.askedBy === by.id) refuse('cases.same-person', { first: '提出人', second: '决定人' });
  return askedHalt;
}
