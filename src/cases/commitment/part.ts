import type { Part } from '#lib/part.ts';
import { clocked } from '#calendar/index.ts';
import { caseFile } from '../file/case-file.ts';
import { acceptOnCommitment } from './accept.ts';
import { checkPromise, confirmPutRight, DECIDED, revokeOnPromise } from './check.ts';
import { duePromises } from './due-view.ts';
import './refusals.ts';

/** 告知承诺: papers that never come, and what becomes of the promise. */
export const commitmentPart: Part = {
  actions: [acceptOnCommitment, checkPromise, confirmPutRight, revokeOnPromise],
  views: [duePromises],
  clocks: [
    clocked(caseFile, {
      name: 'recompute-check',
      title: '重算承诺核查期限',
      open: DECIDED,
      due: 'checkDueOn',
      onlyWith: 'checkClock',
      clock: (row) => row.checkClock,
    }),
    clocked(caseFile, {
      name: 'recompute-put-right',
      title: '重算整改期限',
      open: DECIDED,
      due: 'putRightBy',
      onlyWith: 'putRightClock',
      clock: (row) => row.putRightClock,
    }),
  ],
};
