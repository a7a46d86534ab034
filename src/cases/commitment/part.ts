import type { Part } from '#lib/part.ts';
import { acceptOnCommitment } from './accept.ts';
import { checkPromise, confirmPutRight, revokeOnPromise } from './check.ts';
import { duePromises } from './due-view.ts';
import './refusals.ts';

/** 告知承诺: papers that never come, and what becomes of the promise. */
export const commitmentPart: Part = {
  actions: [acceptOnCommitment, checkPromise, confirmPutRight, revokeOnPromise],
  views: [duePromises],
};
