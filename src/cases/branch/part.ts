import type { Part } from '#lib/part.ts';
import { clocked, clockOf } from '#calendar/index.ts';
import { agree, answerCheck, askAgain, object, resubmit, sendBack } from './answer.ts';
import { askChecks } from './ask-checks.ts';
import { branch } from './branch.ts';
import { firstReviewRules } from './first-review.ts';
import { branchMeasures } from './measures.ts';

/** What the departments have to say, side by side. */
export const branchPart: Part = {
  nouns: [branch],
  actions: [askChecks, agree, object, sendBack, resubmit, askAgain, answerCheck],
  measures: branchMeasures,
  settings: [firstReviewRules],
  clocks: [
    clocked(branch, {
      open: ['asked', 'sent-back'],
      due: 'dueAt',
      clock: ({ clock, askedAt, days }) =>
        clock ??
        (askedAt === null || days === null ? null : clockOf(askedAt, { amount: days, unit: 'working-day' })),
    }),
  ],
};
