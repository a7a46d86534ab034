import type { Held } from '#lib/action/need.ts';
import type { Part } from '#lib/part.ts';
import { clocked } from '#calendar/index.ts';
import { caseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';
import { acceptTolerantly } from './accept.ts';
import { barred } from './barred.ts';
import { chasePapers, lengthenOutstanding } from './chase.ts';
import { outstandingCases } from './outstanding-view.ts';
import { signTolerance, signToleranceFor } from './promise/sign.ts';
import './refusals.ts';

/** 容缺受理: papers that come later. */
export const tolerancePart: Part = {
  actions: [acceptTolerantly, signTolerance, signToleranceFor, chasePapers, lengthenOutstanding],
  views: [outstandingCases],
  clocks: [
    clocked(caseFile, {
      name: 'recompute-outstanding',
      title: '重算容缺期限',
      open: UNDECIDED,
      due: 'outstandingDueAt',
      onlyWith: 'outstandingClock',
      clock: (row) => (row.isSupplied === false ? row.outstandingClock : null),
    }),
  ],
  held: [barred as unknown as Held<never>],
};
