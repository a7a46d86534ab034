import { interview, type Answers, type Elements, type Held } from '#catalogue/index.ts';
import { askedPapers } from '../file/asked-papers.ts';
import type { Paper } from '../file/paper.ts';
import type { DraftFile } from './case-draft.ts';

/** How a paper stands before the application is sent. */
type Standing = 'here' | 'lacking' | 'may-follow' | 'promised' | 'waived';
interface OnlinePaper extends Paper {
  readonly standing: Standing;
  readonly files: readonly string[];
}
export interface Asking {
  readonly elements: Elements;
  readonly answers: Answers;
  readonly held: Held;
  readonly isCommitted: boolean;
  readonly files: readonly DraftFile[];
}

function standingOf(paper: Paper, promised: ReadonlySet<string>, files: readonly string[]): Standing {
  if (files.length > 0) return 'here';
  if (paper.state === 'waived') return 'waived';
  if (promised.has(paper.name)) return 'promised';
  return paper.isMain ? 'lacking' : 'may-follow';
}

/**
 * What is still asked of somebody who fills in an application: questions without an answer, and every paper with how it
 * stands. The draft's page, its check and its sending all ask this one function. Pure.
 */
export function askedOnline({ elements, answers, held, isCommitted, files }: Asking) {
  const told = interview(elements, answers);
  const promised = new Set(isCommitted ? (elements.commitment?.replaces ?? []) : []);
  const papers = askedPapers(elements, told.answers, held).map((paper): OnlinePaper => {
    const own = files.filter((each) => each.paper === paper.name).map(({ attachment }) => attachment);
    return { ...paper, standing: standingOf(paper, promised, own), files: own };
  });
  return {
    asked: told.asked,
    open: told.open.map(({ question }) => question),
    answers: told.answers,
    papers,
    lacking: papers.filter(({ standing }) => standing === 'lacking').map(({ name }) => name),
  };
}
