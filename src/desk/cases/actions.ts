import type { ActionShown } from '#desk/api/program.ts';
import type { CaseFile } from './model.ts';

/** What moves a case on comes first; what sends it back or ends it, last. */
const FIRST: readonly string[] = [
  'receive',
  'accept',
  'accept-with-outstanding',
  'accept-on-commitment',
  'supply-correction',
  'ask-correction',
  'ask-checks',
  'add-papers',
  'correct-on-spot',
  'grant',
  'issue',
  'deliver',
  'chase-papers',
  'resume',
  'decline-halt',
  'ask-survey',
  'grant-extension',
  'decline-extension',
  'check-promise',
  'confirm-put-right',
  'begin-procedure',
  'tell-hearing-right',
  'refuse',
  'decline',
];
/** What most cases come to, against what is seldom wanted and stands folded. */
export const isUsual = (name: string): boolean => FIRST.includes(name);
const LAST: readonly string[] = [
  'refuse',
  'decline',
  'ask-suspension',
  'suspend',
  'ask-termination',
  'withdraw',
  'terminate',
  'revoke',
  'unmask',
];
const rank = (name: string): number => {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return FIRST.length + (LAST.includes(name) ? 1 + LAST.indexOf(name) : 0);
};
export const inOrder = (actions: readonly ActionShown[]): readonly ActionShown[] =>
  actions.toSorted((a, b) => rank(a.name) - rank(b.name));

/** One letter each, the same on every page of the cases. */
export const ACTION_KEYS: Readonly<Record<string, string>> = {
  accept: 'a',
  'accept-with-outstanding': 'r',
  'ask-correction': 'b',
  'ask-checks': 'h',
  'add-papers': 'm',
  grant: 'g',
  issue: 'i',
  deliver: 'd',
};

/** Those of a branch. */
export const BRANCH_KEYS: Readonly<Record<string, string>> = {
  agree: 'y',
  'answer-check': 'y',
  object: 'x',
  'send-back': 't',
  resubmit: 's',
};

const namesOf = ({ papers }: Pick<CaseFile, 'papers'>, states: readonly string[]): readonly string[] =>
  papers.filter(({ state }) => states.includes(state)).map(({ name }) => name);

/** Actions that ask for papers by name: ticked from those that are not there. */
export const PAPER_ACTIONS: ReadonlySet<string> = new Set(['receive', 'add-papers', 'supply-correction']);
export const stillToCome = (row: Pick<CaseFile, 'papers'>): readonly string[] =>
  namesOf(row, ['missing', 'outstanding']);

/**
 * Whether an action is worth a button now: what the server would refuse for the papers as they are is left out, so that a
 * clerk sees the one way on. The server decides all the same.
 */
export function isWorthwhile(name: string, row: Pick<CaseFile, 'papers'>): boolean {
  const isMissing = namesOf(row, ['missing']).length > 0;
  if (name === 'accept') return !isMissing;
  if (name === 'accept-with-outstanding') return isMissing && !row.papers.some(isMissingMain);
  if (name === 'accept-on-commitment' || name === 'supply-correction') return isMissing;
  return name !== 'add-papers' || stillToCome(row).length > 0;
}
/** Whose department decides: it alone ends a case that was accepted; the window ends what was never put right. */
const DECIDERS: readonly string[] = ['cases.decider', 'cases.head', '*'];
/** Whether an action that several roles may do in several states is this person's in this one. The server decides all the same. */
export const isTheirs = (name: string, row: Pick<CaseFile, 'state'>, roles: ReadonlySet<string>): boolean =>
  name !== 'terminate' || row.state === 'correcting' || DECIDERS.some((each) => roles.has(each));
const isMissingMain = ({ isMain, state }: CaseFile['papers'][number]): boolean =>
  isMain && state === 'missing';

/** What a form starts with: the gaps of the one notice are the papers that lack. */
export function startsWith(name: string, row: Pick<CaseFile, 'papers'>): Readonly<Record<string, unknown>> {
  return name === 'ask-correction'
    ? { gaps: namesOf(row, ['missing']).map((paper) => ({ paper, what: '未提交' })) }
    : {};
}
