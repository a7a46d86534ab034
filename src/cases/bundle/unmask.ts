import { unmasking } from '#people/index.ts';
import { bundle } from './bundle.ts';

/** 查看完整信息 — to call the applicant about all of it, or to check who stands at the counter. */
export const unmaskBundle = unmasking(bundle, { 'cases.clerk': 'place' });
