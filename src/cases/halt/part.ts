import type { Part } from '#lib/part.ts';
import { keepingStep } from '../branch/keep-step.ts';
import { askSuspension, askTermination, declineHalt } from './ask.ts';
import { recountPapers, recountPapersLoop } from './recount-papers.ts';
import { resumeAtEnd, resumeLoop } from './resume-at-end.ts';
import { resume, suspend } from './suspend.ts';
import './refusals.ts';

/** 中止、终止: what stands in the way of a decision, said by one person and agreed to by another. */
export const haltPart: Part = {
  actions: [askSuspension, askTermination, declineHalt, suspend, resume, resumeAtEnd, recountPapers].map(
    keepingStep,
  ),
  loops: [resumeLoop, recountPapersLoop],
};
