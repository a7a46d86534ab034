import { interview, type Answers, type Elements, type Held } from '#catalogue/index.ts';
import { bundlePapers } from '../bundle/papers.ts';
import type { ThemeItems } from '../bundle/theme-items.ts';
import type { Theme } from '../bundle/theme.ts';
import { askedPapers } from '../file/asked-papers.ts';
import type { Paper } from '../file/paper.ts';
import type { DraftFile } from './case-draft.ts';

/** How a paper stands before the application is sent. */
type Standing = 'here' | 'lacking' | 'may-follow' | 'promised' | 'waived';
interface OnlinePaper extends Paper {
  readonly standing: Standing;
  readonly files: readonly string[];
}
/** What is still asked of somebody, whatever it is for. */
export interface AskedOnline {
  /** The questions so far; a later one may hang on an earlier answer. */
  readonly asked: readonly { readonly question: string; readonly choices: readonly string[] }[];
  /** Those without an answer. */
  readonly open: readonly string[];
  readonly answers: Answers;
  readonly papers: readonly OnlinePaper[];
  /** Without these it cannot be sent. */
  readonly lacking: readonly string[];
}
interface Filled {
  readonly answers: Answers;
  readonly files: readonly DraftFile[];
}

interface Asking extends Filled {
  readonly elements: Elements;
  readonly held: Held;
  readonly isCommitted: boolean;
}
const filesFor = (name: string, files: readonly DraftFile[]): readonly string[] =>
  files.filter(({ paper }) => paper === name).map(({ attachment }) => attachment);
const lackingIn = (papers: readonly OnlinePaper[]): readonly string[] =>
  papers.filter(({ standing }) => standing === 'lacking').map(({ name }) => name);
const withStanding =
  (files: readonly DraftFile[], promised: ReadonlySet<string>) =>
  (paper: Paper): OnlinePaper => {
    const own = filesFor(paper.name, files);
    return { ...paper, standing: standingOf(paper, promised, own), files: own };
  };

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
export function askedOnline({ elements, answers, held, isCommitted, files }: Asking): AskedOnline {
  const told = interview(elements, answers);
  const promised = new Set(isCommitted ? (elements.commitment?.replaces ?? []) : []);
  const papers = askedPapers(elements, told.answers, held).map(withStanding(files, promised));
  return {
    asked: told.asked,
    open: told.open.map(({ question }) => question),
    answers: told.answers,
    papers,
    lacking: lackingIn(papers),
  };
}

/** The same of one thing: every question once, every paper once, for all its items. Pure. */
export function askedForBundle(
  of: { readonly theme: Theme; readonly items: ThemeItems; readonly held: Held },
  { answers, files }: Filled,
): AskedOnline {
  const plan = bundlePapers(of.theme, of.items, answers, of.held);
  const papers = plan.papers.map(withStanding(files, new Set()));
  return {
    asked: plan.questions,
    open: plan.questions.filter(({ answer }) => answer === null).map(({ question }) => question),
    answers: Object.fromEntries(
      plan.questions.flatMap(({ question, answer }) =>
        answer === null ? [] : [[question, answer] as const],
      ),
    ),
    papers,
    lacking: lackingIn(papers),
  };
}

/** Of papers that follow: those the case still waits for; one of them is enough to hand in. Pure. */
export function askedToFollow(all: readonly Paper[], files: readonly DraftFile[]): AskedOnline {
  const papers = all
    .filter(({ state }) => state === 'missing' || state === 'outstanding')
    .map(withStanding(files, new Set()));
  const isEmpty = papers.every((each) => each.files.length === 0);
  return { asked: [], open: [], answers: {}, papers, lacking: isEmpty ? lackingIn(papers) : [] };
}
