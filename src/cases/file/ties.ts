import { applicant, mandate, mandateReaches, type Applicant, type Mandate } from '#applicants/index.ts';
import type { Action } from '#lib/action/action.ts';
import type { Personal } from '#lib/action/column.ts';
import { alikeTo, askedIf, find, opened, rows } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { account, type Account } from '#people/index.ts';
import { bundle } from '../bundle/bundle.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { refuseOwnHands, type Handing } from './receiver.ts';

/** What says yes or no to an application, or puts a seal to it; taking papers in, following and asking are not among them. */
export const JUDGING: Readonly<Record<string, readonly string[]>> = {
  'case-file': [
    'accept',
    'accept-with-outstanding',
    'accept-on-commitment',
    'ask-correction',
    'decline',
    'lengthen-outstanding',
    'grant',
    'refuse',
    'issue',
    'suspend',
    'resume',
    'terminate',
    'grant-extension',
    'flag-green',
    'begin-procedure',
    'tell-hearing-right',
    'correct-decision',
    'ask-revocation',
    'revoke',
    'revoke-on-promise',
    'check-promise',
    'confirm-put-right',
    'record-after-check',
  ],
  'case-branch': ['agree', 'object', 'answer-check'],
  survey: ['finish'],
  'survey-unit': ['record'],
  'special-procedure': ['end'],
  hearing: ['waive', 'set-day', 'keep-minutes'],
  'decision-correction': ['make'],
  'case-objection': ['answer'],
};
/** Whether an action judges a case, so that nobody does it to their own. */
const isJudging = ({ noun, name }: Action): boolean => JUDGING[noun.name]?.includes(name) ?? false;

type By = { readonly by: Person };
type OfCase = { readonly row: Readonly<Record<string, unknown>> & { readonly id: string } };
/** The case that an action is about; of a bundle any, for all are of one applicant. */
const caseOf =
  ({ noun }: Action) =>
  ({ row }: OfCase): Partial<CaseFile> => {
    if (noun === caseFile) return { id: row.id };
    return noun === bundle ? { bundle: row.id } : { id: row[noun.rootColumn!] as string };
  };
/**
 * The mandates given to who acts, as 帮代办员, their account, and whoever is registered under the document of the applicant:
 * who comes to a counter has no account in the case.
 */
const tieNeeds = (action: Action) => ({
  ownMandates: rows(mandate, ({ by }: By) => ({ helper: by.id })),
  ownAccount: find(account, ({ by }: By) => ({ id: by.id })),
  registeredPersons: alikeTo([applicant, 'identity'], [caseFile, 'applicantId'], caseOf(action)),
  registeredFirms: alikeTo([applicant, 'creditCode'], [caseFile, 'creditCode'], caseOf(action)),
});
/** The name of an agent without a registered mandate: it may be that of the clerk who wrote it. */
const agentNeed = askedIf(
  ({ row, by }: OfCase & By) =>
    row['isOnBehalf'] === true && row['mandate'] === null && row['receivedBy'] === by.id,
  opened(caseFile, ({ row }: OfCase) => ({ id: row.id })),
  [],
);

interface Tied {
  readonly by: Person;
  readonly now: Instant;
  readonly ownMandates: readonly Mandate[];
  readonly ownAccount: Account | null;
  readonly registeredPersons: readonly Pick<Applicant, 'id'>[];
  readonly registeredFirms: readonly Pick<Applicant, 'id'>[];
  readonly ownAgents?: readonly { readonly agentName?: string | null }[];
}

/** The same telephone and a name of the same look: the office knows no document number of its staff. Pure. */
function isApplicant(mine: CaseFile, { ownAccount, by }: Tied): boolean {
  const [phone, own] = [mine.phone, ownAccount?.phone ?? null] as readonly (Personal | null)[];
  if (mine.applicantKind !== 'person' || !phone || phone.hash !== own?.hash) return false;
  const { mask } = mine.applicantName as Personal;
  return [...mask].length === [...by.name].length && mask[0] === by.name[0];
}
/** Whether they took it in under a mandate, are a helper of its applicant for its item today, or its agent themself. Pure. */
function isHelper(mine: CaseFile, tied: Tied): boolean {
  const { ownMandates, ownAgents = [], registeredPersons, registeredFirms, by, now } = tied;
  const theirs = new Set([mine.applicant, ...[...registeredPersons, ...registeredFirms].map(({ id }) => id)]);
  const reaches = (each: Mandate): boolean =>
    each.acts.some((act) => mandateReaches(each, { item: mine.itemCode, act, day: dayOf(now) }));
  return (
    ownMandates.some((each) => each.id === mine.mandate) ||
    ownMandates.some((each) => theirs.has(each.principal) && reaches(each)) ||
    ownAgents.some(({ agentName }) => agentName === by.name)
  );
}

/** Refuses to judge a case of one's own, or of whom one helps. */
function refuseTied(mine: CaseFile, tied: Tied): void {
  if (isApplicant(mine, tied)) refuse('cases.own-case');
  if (isHelper(mine, tied)) refuse('cases.own-client');
}

type Given = Tied &
  Handing & {
    /** Of the case, or of every case of the bundle. */
    readonly people: readonly Handing['person'][];
    readonly caseFile?: CaseFile;
    readonly cases?: readonly CaseFile[];
  };
/** Refuses to hand a result to oneself; a helper hands it to the applicant in person. */
function refuseToOneself(given: Given): void {
  for (const each of given.caseFile ? [given.caseFile] : (given.cases ?? [])) {
    if (isApplicant(each, given)) refuse('cases.own-case');
    refuseOwnHands({ ...given, person: given.people[0] }, isHelper(each, given));
  }
}

/**
 * 代办与审批分开 — whoever applied for somebody, or applies, neither accepts, decides, seals nor hands the result to
 * themselves, whatever the item: at the one place where all actions come together. Papers they take in and follow, and a
 * result they hand to the applicant in person.
 */
export function keepingApart(action: Action): Action {
  const { noun, name, decide } = action;
  const isHanding = name === 'deliver' && action.from !== null;
  if (!isJudging(action) && !isHanding) return action;
  const needs = {
    ...action.needs,
    ...tieNeeds(action),
    ...(noun === caseFile ? { ownAgents: agentNeed } : {}),
  };
  return {
    ...action,
    needs: needs as Action['needs'],
    decide: (given: never): unknown => {
      if (isHanding) refuseToOneself(given);
      else refuseTied((given as Given).caseFile!, given);
      return decide(given);
    },
  };
}

interface AtOnce {
  readonly input: {
    readonly mandate?: string | undefined;
    readonly agentName?: string | undefined;
    readonly applicant: { readonly name: string; readonly phone?: string | undefined };
  };
  readonly by: Person;
  readonly own: readonly { readonly phone?: string | null }[];
}
/** What an item done in one go must have on the table to know whose it is. */
export const ownNeed = opened(account, ({ by }: By) => ({ id: by.id }));
/** Refuses to do in one go what is one's own, or that of whom one helps: it would be accepted and granted by its helper. */
export function refuseOwnAtOnce({ input, by, own }: AtOnce): void {
  const { name, phone } = input.applicant;
  if (phone !== undefined && own[0]?.phone === phone.trim() && name.trim() === by.name)
    refuse('cases.own-case');
  if (input.mandate !== undefined || input.agentName?.trim() === by.name) refuse('cases.own-client');
}
