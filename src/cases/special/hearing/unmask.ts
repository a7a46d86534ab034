import { unmasking } from '#people/index.ts';
import { hearing } from './hearing.ts';

/** 查看完整信息 — to serve the notices on who was told and to call who asked; each look with its reason in the ledger. */
export const unmaskHeard = unmasking(hearing, {
  'cases.clerk': 'place',
  'cases.approver': 'department',
  'cases.decider': 'department',
  'cases.head': 'department',
});
