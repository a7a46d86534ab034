import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from './case-file.ts';

type Who = { readonly id: string };

/** 回避: who has declared an interest takes no part. */
export function refuseConflict({ conflicts }: Pick<CaseFile, 'conflicts'>, by: Who): void {
  if (conflicts?.some(({ person }) => person === by.id)) refuse('cases.conflict');
}
/** 受审分离: who accepted does not decide. */
export function refuseAccepter(row: Pick<CaseFile, 'isSeparated' | 'acceptedBy'>, by: Who): void {
  if (row.isSeparated && row.acceptedBy === by.id)
    refuse('cases.same-person', { first: '受理人', second: '决定人' });
}
/** 审用分离: who decided does not seal alone. */
export function refuseDecider(row: Pick<CaseFile, 'isSeparated' | 'decidedBy'>, by: Who): void {
  if (row.isSeparated && row.decidedBy === by.id)
    refuse('cases.same-person', { first: '决定人', second: '用章人' });
}
