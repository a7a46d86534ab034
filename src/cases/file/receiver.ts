import { Type } from 'typebox';
import type { Attachment } from '#documents/index.ts';
import { applicant, mandate, mandateReaches, type Applicant, type Mandate } from '#applicants/index.ts';
import { alikeTo, askedIf, find, opened } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { account, type Account } from '#people/index.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { DeliveryWayField, OwnFile, ProofField } from './fields.ts';
import type { Delivery } from './kept.ts';
import { isMandate } from './on-behalf.ts';
import { sheetAmong } from './sheet.ts';

/** What is said when a result is handed out: how, who signed; of somebody else than the applicant by what they may. */
export const HandingFields = {
  way: DeliveryWayField,
  proof: ProofField,
  mandate: Type.Optional(
    Type.String({
      title: '登记的委托编号（受托人代领时填写）',
      minLength: 4,
      maxLength: 40,
      pattern: '\\S',
    }),
  ),
  sheet: Type.Optional(OwnFile('代领委托书扫描件')),
};
interface Said {
  readonly way: Delivery['way'];
  readonly proof: string;
  readonly mandate?: string | undefined;
  readonly sheet?: string | undefined;
}
type Asked = { readonly input: Pick<Said, 'mandate'> };
const isNamed = ({ input }: Asked): boolean => input.mandate !== undefined;
const numbered = ({ input }: Asked) => ({ number: input.mandate!.trim() });
/**
 * The mandate by which somebody fetches the results of the cases with these values, with the name it was given to, and
 * whoever is registered here under the document of their applicant: a walk-in has no account.
 */
export const fetchingNeeds = <Q extends Asked>(cases: (question: Q) => Partial<CaseFile>) => ({
  registered: askedIf(isNamed, find(mandate, numbered), null),
  agents: askedIf(isNamed, opened(mandate, numbered), []),
  helpers: askedIf(isNamed, alikeTo([account, 'id'], [mandate, 'helper'], numbered), []),
  persons: askedIf(isNamed, alikeTo([applicant, 'identity'], [caseFile, 'applicantId'], cases), []),
  firms: askedIf(isNamed, alikeTo([applicant, 'creditCode'], [caseFile, 'creditCode'], cases), []),
});
type Clear = { readonly applicantName?: string | null; readonly agentName?: string | null };
export interface Handing {
  readonly input: Said;
  readonly registered: Mandate | null;
  readonly agents: readonly { readonly agentName?: string | null }[];
  /** 帮代办员 of the mandate, as the office knows them. */
  readonly helpers: readonly Pick<Account, 'name'>[];
  readonly persons: readonly Pick<Applicant, 'id'>[];
  readonly firms: readonly Pick<Applicant, 'id'>[];
  /** Applicant and agent of the case in the clear. */
  readonly person: Clear | undefined;
  readonly attached: readonly Attachment[];
  readonly now: Instant;
}

type By = { readonly by: { readonly id: string } };

const bare = (text: string): string => text.replaceAll(/\s/gu, '');
const names = (proof: string, name: string | null | undefined): boolean =>
  name !== null && name !== undefined && bare(proof).includes(bare(name));

/** Whether the applicant signed in person. Pure. */
const isToApplicant = (proof: string, person: Clear | undefined): boolean =>
  bare(proof).startsWith('本人') || names(proof, person?.applicantName);

/** Whether the mandate is of the applicant: by their account, or by the document that they showed. Pure. */
const isTheirs = (mine: CaseFile, { principal }: Mandate, { persons, firms }: Handing): boolean =>
  principal === mine.applicant || [...persons, ...firms].some(({ id }) => id === principal);

/** Whether the mandate lets its agent fetch results of this case today, and the agent is who signed. Pure. */
function mayFetch(mine: CaseFile, handing: Handing): boolean {
  const { input, registered, agents, helpers, now } = handing;
  if (registered === null || !isTheirs(mine, registered, handing)) return false;
  return (
    mandateReaches(registered, { item: mine.itemCode, act: 'receive', day: dayOf(now) }) &&
    names(input.proof, agents[0]?.agentName ?? helpers[0]?.name)
  );
}
/** 代办人 of the case itself, whose 委托书 the applicant handed in with it. Pure. */
const isOwnAgent = (mine: CaseFile, { input, person }: Handing): boolean =>
  names(input.proof, person?.agentName) &&
  mine.papers.some(({ name, state }) => isMandate(name) && state === 'present');

/** Eight letters and digits in a row or more, with a digit among them, however the number is spaced and whatever carrier stands before it. */
const TRACKED = /(?=[A-Za-z]*\d)[A-Za-z\d]{8}/;
/** Refuses a delivery by post that nobody could look up: who signed at the other end is known to the post alone. */
function refuseUntracked(proof: string): void {
  if (TRACKED.test(proof.normalize('NFKC').replaceAll(/[\s\p{Pd}]/gu, ''))) return;
  refuse('cases.post-untracked', {}, { fields: [{ path: 'proof', message: '应有邮件单号' }] });
}

/**
 * Refuses to hand results to a stranger (行政许可法 44): over a counter they go to the applicant, or to an agent by a mandate
 * that covers 领取 or a sheet that lies with one of the cases; electronically where there is a file, and an account that sees
 * it. The sheet that was shown, if one was.
 */
export function refuseStranger(cases: readonly CaseFile[], handing: Handing): { readonly sheet?: string } {
  const { input, person } = handing;
  if (input.way === 'electronic' && cases.some((each) => each.resultFile === null || each.applicant === null))
    refuse('cases.not-electronic');
  if (input.way === 'post') refuseUntracked(input.proof);
  if (input.way !== 'counter') return {};
  if (isToApplicant(input.proof, person)) return {};
  if (input.sheet !== undefined) {
    const { attached } = handing;
    return { sheet: sheetAmong(cases, { attached, name: input.sheet, purpose: '代领委托书' }).id };
  }
  if (!cases.every((each) => isOwnAgent(each, handing) || mayFetch(each, handing)))
    refuse('cases.receiver-unknown');
  return {};
}

/**
 * Refuses a result that somebody hands to themselves: by a mandate of their own, or, as a helper in the case, to anybody but
 * the applicant in person. What is posted or fetched on line reaches the applicant.
 */
export function refuseOwnHands(
  { input, person, registered, by }: Pick<Handing, 'input' | 'person' | 'registered'> & By,
  isHelper: boolean,
): void {
  const isOwnMandate = registered !== null && [registered.helper, registered.agent].includes(by.id);
  if (input.way !== 'counter' || isToApplicant(input.proof, person)) return;
  if (isHelper || isOwnMandate) refuse('cases.own-hands');
}
