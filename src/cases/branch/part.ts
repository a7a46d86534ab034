import type { Part } from '#lib/part.ts';
import { agree, answerCheck, askAgain, object, resubmit, sendBack } from './answer.ts';
import { askChecks } from './ask-checks.ts';
import { branch } from './branch.ts';

/** What the departments have to say, side by side. */
export const branchPart: Part = {
  nouns: [branch],
  actions: [askChecks, agree, object, sendBack, resubmit, askAgain, answerCheck],
};
