import { unmasking } from '#people/index.ts';
import { caseFile } from './case-file.ts';

/** 查看完整信息 — to call the applicant or to check who stands at the counter; each look with its reason in the ledger. */
export const unmaskApplicant = unmasking(caseFile, {
  'cases.clerk': 'place',
  'cases.deliverer': 'place',
  'cases.decider': 'department',
});
