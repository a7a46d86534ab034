import type { ActionShown } from '#desk/api/program.ts';
import { awaits, awaitsAnyway } from './awaits.ts';
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
  'grant-extension',
  'suspend',
  'flag-green',
  'issue',
  'deliver',
  'chase-papers',
  'resume',
  'decline-halt',
  'decline-revocation',
  'ask-survey',
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
  'ask-termination',
  'withdraw',
  'terminate',
  'ask-revocation',
  'revoke',
  'unmask',
];
const rank = (name: string): number => {
  if (FIRST.includes(name)) return FIRST.indexOf(name);
  return FIRST.length + (LAST.includes(name) ? 1 + LAST.indexOf(name) : 0);
};
export const inOrder = (actions: readonly ActionShown[]): readonly ActionShown[] =>
  actions.toSorted((a, b) => rank(a.name) - rank(b.name));

/** What moves a case on, or settles what somebody asked for: one of them is the main button; where none can be done, none is. */
const MAIN: ReadonlySet<string> = new Set([
  ...FIRST.slice(0, FIRST.indexOf('decline-halt')),
  'terminate',
  'check-promise',
  'confirm-put-right',
]);
export const mainOf = (open: readonly ActionShown[]): ActionShown | undefined =>
  open.find(({ name }) => MAIN.has(name));

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

type Pending = Partial<
  Pick<CaseFile, 'openBranches' | 'openProcedures' | 'openSurveys' | 'openConnections' | 'openObjections'>
>;
/** What a decision still waits for, in words; null when for nothing. Only a grant waits for objections. */
export function undecided(row: Pick<CaseFile, 'papers'> & Pending, isGrant = true): string | null {
  const open = {
    openBranches: row.openBranches ?? 0,
    openProcedures: row.openProcedures ?? 0,
    openSurveys: row.openSurveys ?? 0,
    openConnections: row.openConnections ?? 0,
  };
  if (namesOf(row, ['outstanding']).length > 0) return '等容缺材料补齐';
  return isGrant ? awaits({ ...open, openObjections: row.openObjections ?? 0 }) : awaitsAnyway(open);
}

/**
 * Whether an action is worth a button now: what the server would refuse for the papers as they are, or while others are
 * waited for, is left out, so that the one way on is seen. The server decides all the same.
 */
export function isWorthwhile(name: string, row: Pick<CaseFile, 'papers'> & Pending): boolean {
  const isMissing = namesOf(row, ['missing']).length > 0;
  if (name === 'grant' || name === 'refuse') return undecided(row, name === 'grant') === null;
  if (name === 'accept') return !isMissing;
  if (name === 'accept-with-outstanding') return isMissing && !row.papers.some(isMissingMain);
  if (name === 'accept-on-commitment' || name === 'supply-correction') return isMissing;
  return name !== 'add-papers' || stillToCome(row).length > 0;
}
type Wishes = Pick<CaseFile, 'askedExtension' | 'askedHalt' | 'askedGreen'>;
/** What was asked for in the case and this action would settle. */
const wishOf = (name: string, row: Partial<Wishes>): { readonly askedBy: string } | null | undefined =>
  ({
    'grant-extension': row.askedExtension,
    'decline-extension': row.askedExtension,
    suspend: row.askedHalt,
    terminate: row.askedHalt,
    'flag-green': row.askedGreen,
  })[name];
/** Whether it is one's own wish that it would settle: that is for another person. */
export const isOwnWish = (name: string, row: Partial<Wishes>, me: string): boolean =>
  wishOf(name, row)?.askedBy === me;
/** Whether somebody asked for it, so that it stands with what is usual. */
export const isWished = (name: string, row: Partial<Wishes>): boolean =>
  name === 'terminate' ? row.askedHalt?.what === 'terminate' : Boolean(wishOf(name, row));

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
