import { Type } from 'typebox';
import { mandate, type Mandate } from '#applicants/index.ts';
import { attachment } from '#documents/index.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { action, change, type Write } from '#lib/action/action.ts';
import { rows, rowsOfEach } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { APPLICANT } from '#people/index.ts';
import { branch } from '../branch/branch.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { letGo, STILL_OPEN, withdrawn, type Hanging } from '../file/end.ts';
import { Reason } from '../file/fields.ts';
import { WishField, wishFor } from '../file/wish.ts';
import { refuseUnmandated } from '../online/mandated.ts';
import { hearing } from '../special/hearing/hearing.ts';
import { specialProcedure } from '../special/special-procedure.ts';
import { surveyUnit } from '../survey/survey-unit.ts';
import { survey } from '../survey/survey.ts';
import { connection } from '../utilities/connection.ts';
import { bundle, type Bundle } from './bundle.ts';
import { casesOfBundle, inOrder, standing } from './follow.ts';

type Asked = { readonly row: Pick<Bundle, 'parts'> };
const ofEach = ({ row }: Asked) => row.parts.map(({ caseId }) => ({ caseId }));
const needs = {
  cases: casesOfBundle,
  branches: rowsOfEach(branch, ofEach),
  procedures: rowsOfEach(specialProcedure, ofEach),
  surveys: rowsOfEach(survey, ofEach),
  surveyUnits: rowsOfEach(surveyUnit, ofEach),
  connections: rowsOfEach(connection, ofEach),
  hearings: rowsOfEach(hearing, ofEach),
  calendar: calendarNow,
};
/** The files of its cases; one sheet signed for all of it lies with any of them. */
const attached = rowsOfEach(attachment, ({ row }: Asked) =>
  row.parts.map(({ caseId }) => ({ subjectNoun: caseFile.name, subject: caseId })),
);
const input = Type.Object({ reason: Reason('撤回原因') });

const open: ReadonlySet<string> = new Set(STILL_OPEN);
/** What can still be taken back: waiting, handed in, under examination. Refuses where nothing is left. */
function getOpen(cases: readonly CaseFile[]): readonly CaseFile[] {
  const left = cases.filter(({ state }) => open.has(state));
  return left.length > 0 ? left : refuse('cases.bundle-decided');
}

type Leaving = Hanging & {
  readonly bundle: Bundle & { readonly state: 'open' };
  readonly cases: readonly CaseFile[];
  readonly input: { readonly reason: string };
  readonly calendar: CalendarTable;
  /** What a window adds of the signature. */
  readonly signed?: ReturnType<typeof wishFor>;
};
/**
 * All of it that is not decided, with whatever hangs on it, in one act: what waited for a result ends too, what is decided
 * stays, and with nothing left the bundle is over. Refuses where nothing is left to take back. Pure.
 */
function givenUp({ bundle: mine, cases, input: said, calendar, now, signed, ...hanging }: Leaving) {
  const gone = getOpen(cases);
  const ids = new Set(gone.map(({ id }) => id));
  const left = (each: CaseFile) => ({
    ...withdrawn(each, said.reason, { calendar, now }),
    ...signed,
    awaitsOthers: null,
  });
  const after = inOrder(mine, cases).map((each) => (ids.has(each.id) ? { ...each, ...left(each) } : each));
  const of = <R extends { readonly caseId: string }>(all: readonly R[]): readonly R[] =>
    all.filter(({ caseId }) => ids.has(caseId));
  const ending: Hanging = {
    branches: of(hanging.branches),
    procedures: of(hanging.procedures),
    surveys: of(hanging.surveys),
    surveyUnits: hanging.surveyUnits,
    connections: of(hanging.connections),
    hearings: of(hanging.hearings),
    now,
  };
  const writes: readonly Write[] = [
    ...gone.map((each) => change(caseFile, each, left(each))),
    ...letGo(ending, [...ids]),
  ];
  return [{ ...standing(mine, after, calendar), withdrawnBecause: said.reason }, ...writes] as const;
}

/** 撤回一件事 — all of it that is not decided yet, at once. One case alone is withdrawn as any case is. */
export const withdrawBundle = action(bundle, {
  name: 'withdraw',
  title: '撤回一件事',
  about:
    '凭申请人签署的撤回申请书（上传到其中任何一件），一次撤回尚未决定的全部办件；已有决定的不变；只撤回一件的在该办件上撤回',
  may: { 'cases.clerk': 'place' },
  from: ['open'],
  to: ['open', 'completed', 'withdrawn'],
  input: Type.Object(WishField),
  needs: { ...needs, attached },
  decide: (given) => givenUp({ ...given, signed: wishFor(getOpen(given.cases), given) }),
});

/** The same by the applicant's own hand, from their page alone. */
export const withdrawOwnBundle = action(bundle, {
  name: 'withdraw-own',
  title: '申请人撤回一件事',
  hidden: true,
  may: { [APPLICANT]: 'applicant' },
  from: ['open'],
  to: ['open', 'completed', 'withdrawn'],
  input,
  needs,
  decide: (given) => givenUp(given),
});

type AskedBy = { readonly row: Bundle; readonly by: { readonly id: string } };
const mandatesFor = rows(mandate, ({ row, by }: AskedBy) => ({ principal: row.applicant!, agent: by.id }));
/** Refuses an agent unless each case that would be taken back is covered: one act is not half an act. */
function refuseAgent(mandates: readonly Mandate[], cases: readonly CaseFile[], asked: Agent): void {
  for (const each of getOpen(cases)) refuseUnmandated(mandates, each, { ...asked, act: 'withdraw' });
}
type Agent = Pick<Parameters<typeof refuseUnmandated>[2], 'agent' | 'now'>;

/** 受托人撤回一件事 — by who holds a mandate to withdraw for every item of it that is still open. */
export const withdrawBundleFor = action(bundle, {
  name: 'withdraw-for',
  title: '受托人撤回一件事',
  hidden: true,
  // Whose it is stands in no column of theirs: the mandate is asked for in `decide`.
  may: { [APPLICANT]: 'anyone' },
  from: ['open'],
  to: ['open', 'completed', 'withdrawn'],
  input,
  needs: { ...needs, mandates: mandatesFor },
  decide({ mandates, by, ...given }) {
    if (mandates.length === 0) refuse('lib.not-found');
    refuseAgent(mandates, given.cases, { agent: by.id, now: given.now });
    return givenUp(given);
  },
});
