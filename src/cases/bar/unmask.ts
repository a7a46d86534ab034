import { unmasking } from '#people/index.ts';
import { applicationBar } from './application-bar.ts';

/** 查看完整信息 — by whoever may take the bar away; each look with its reason in the ledger. */
export const unmaskBar = unmasking(applicationBar, {
  'cases.decider': 'department',
  'applicants.credit-keeper': 'anyone',
});
