import { unmasking } from '#people/index.ts';
import { objection } from './objection.ts';

/** 查看完整信息 — to ask the objector back, and to address the written answer. */
export const unmaskObjector = unmasking(objection, {
  'cases.clerk': 'place',
  'cases.decider': 'department',
});
