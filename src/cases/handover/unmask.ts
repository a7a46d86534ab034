import { unmasking } from '#people/index.ts';
import { handover } from './handover.ts';

/** 查看完整信息 — each side calls the applicant for what the other side asks, and looks at who fetches the result. */
export const unmaskHandedOver = unmasking(handover, {
  'cases.clerk': 'fromPlace',
  'cases.liaison': 'toPlace',
});
