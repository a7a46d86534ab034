import { Type } from 'typebox';
import { action, change, type Write } from '#lib/action/action.ts';
import { holding, rows } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, formatDay, type Instant } from '#lib/time.ts';
import { oneOf } from '#lib/choice.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { APPLICANT } from '#people/index.ts';
import { branch, type Branch } from '../branch/branch.ts';
import { tookUntil } from '../clocks.ts';
import { DECIDING, getAsked, refuseUnentitled } from '../halt/agreed.ts';
import { TERMINATIONS, type Termination } from '../halt/words.ts';
import { letterNeeds } from '../powers/powered.ts';
import type { Hearing } from '../special/hearing/hearing.ts';
import { hearingsLapsed, hearingsOf } from '../special/hearing/standing.ts';
import { lapsed } from '../special/lapsed.ts';
import { specialProcedure, type SpecialProcedure } from '../special/special-procedure.ts';
import { surveysLapsed } from '../survey/lapsed.ts';
import { survey, type Survey } from '../survey/survey.ts';
import { surveyUnit, type SurveyUnit } from '../survey/survey-unit.ts';
import { connection, type Connection } from '../utilities/connection.ts';
import { connectionsLapsed } from '../utilities/lapsed.ts';
import { BEFORE_ACCEPTANCE, UNDECIDED } from '../words.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { Reason } from './fields.ts';
import { refuseConflict } from './separation.ts';
import { sheets } from './sheet.ts';
import { WishField, wishFor } from './wish.ts';

type Asked = { readonly row: Pick<CaseFile, 'id'> };
/** What hangs on a case and ends with it. */
const hanging = {
  branches: rows(branch, ({ row }: Asked) => ({ caseId: row.id })),
  procedures: rows(specialProcedure, ({ row }: Asked) => ({ caseId: row.id })),
  surveys: rows(survey, ({ row }: Asked) => ({ caseId: row.id })),
  surveyUnits: rows(surveyUnit, ({ row }: Asked) => ({ caseId: row.id })),
  connections: rows(connection, ({ row }: Asked) => ({ caseId: row.id })),
  hearings: hearingsOf,
};
const ANSWERED = new Set(['agreed', 'objected', 'released']);

/** Nobody need answer any more: open branches of a case that ends before its decision. */
const released = (all: readonly Branch[]): readonly Write[] =>
  all.filter(({ state }) => !ANSWERED.has(state)).map((each) => change(branch, each, { state: 'released' }));

/** What hangs on one case or on several. */
export interface Hanging {
  readonly branches: readonly Branch[];
  readonly procedures: readonly SpecialProcedure[];
  readonly surveys: readonly Survey[];
  readonly surveyUnits: readonly SurveyUnit[];
  readonly connections: readonly Connection[];
  readonly hearings: readonly Hearing[];
  readonly now: Instant;
}
/** Whatever hangs on cases that end before their decision ends with them. */
export const letGo = (all: Hanging, ended: readonly string[]): readonly Write[] => [
  ...released(all.branches),
  ...lapsed(all.procedures, all.now),
  ...surveysLapsed(all.surveys, all.surveyUnits, new Set(ended)),
  ...connectionsLapsed(all.connections, all.now),
  ...hearingsLapsed(all.hearings, all.now),
];

/** What no longer runs once a case is over or decided by law. */
export const ENDED = {
  tellByAt: null,
  openBranches: null,
  openChecks: null,
  openProcedures: null,
  openSurveys: null,
  openConnections: null,
  hearingClock: null,
  hearingDueAt: null,
  askedExtension: null,
  askedHalt: null,
  suspendedUntil: null,
} as const;

interface Ending {
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** An accepted case that ends without a decision is judged by its clocks as one decided then; another has none. Pure. */
const judged = (mine: CaseFile, { calendar, now }: Ending) =>
  mine.legalClock && mine.promisedClock
    ? tookUntil(now, { ...mine, legalClock: mine.legalClock, promisedClock: mine.promisedClock }, calendar)
    : {};

/** The columns of a case whose applicant no longer wants it. Pure. */
export const withdrawn = (mine: CaseFile, reason: string, at: Ending) =>
  ({
    state: 'withdrawn',
    outcome: 'withdrawn',
    reason,
    endedAt: at.now,
    waitsFor: null,
    ...judged(mine, at),
    ...ENDED,
  }) as const;

/** What every way of taking back must have on the table. */
export const leavingNeeds = { ...hanging, calendar: calendarNow };
type Leaving = Hanging &
  Ending & {
    readonly caseFile: CaseFile;
    readonly input: { readonly reason: string };
  };
/** What an end at the applicant's own wish writes. Pure. */
export const givenUp = ({ input, caseFile: mine, ...all }: Leaving) =>
  [withdrawn(mine, input.reason, all), ...letGo(all, [mine.id])] as const;
/** Until the decision the applicant may take it back. */
export const STILL_OPEN = ['waiting', ...BEFORE_ACCEPTANCE, ...UNDECIDED] as const;

/** 撤回 — the applicant no longer wants it; until the decision, at any moment, by the sheet they signed (`wish.ts`). */
export const withdraw = action(caseFile, {
  name: 'withdraw',
  title: '撤回申请',
  about: '凭申请人签署的撤回申请书；申请人也可以在网上自行撤回。应当受理的不能以撤回代替',
  may: { 'cases.clerk': 'place' },
  from: [...STILL_OPEN],
  to: ['withdrawn'],
  input: Type.Object(WishField),
  needs: { ...leavingNeeds, attached: sheets },
  decide(given) {
    const signed = wishFor([given.caseFile], given);
    const [patch, ...writes] = givenUp(given);
    return [{ ...patch, ...signed }, ...writes] as const;
  },
});
/** The same by the applicant's own hand, from their page alone: its answer would show them what is the office's affair. */
export const withdrawOwn = action(caseFile, {
  name: 'withdraw-own',
  title: '申请人撤回',
  hidden: true,
  may: { [APPLICANT]: 'applicant' },
  from: [...STILL_OPEN],
  to: ['withdrawn'],
  input: Type.Object({ reason: Reason('撤回原因') }),
  needs: leavingNeeds,
  decide: (given) => givenUp(given),
});

/** What the record of a case shows by itself; one person is enough to say so. */
const SHOWN = { 'not-corrected': '逾期未补正', 'not-supplied': '容缺未补' } as const;
const GROUNDS = { ...SHOWN, ...TERMINATIONS };
type Ground = keyof typeof GROUNDS;
const isShown = (ground: Ground): ground is keyof typeof SHOWN => ground in SHOWN;

/** Refuses an end for lateness before it is late, and for a debt that there is none of. */
function refuseGround(ground: keyof typeof SHOWN, row: CaseFile, now: Instant): void {
  if (ground === 'not-corrected') {
    if (row.state !== 'correcting') refuse('cases.wrong-ground');
    if (row.correctBy !== null && dayOf(now) <= row.correctBy)
      refuse('cases.not-late-yet', { until: formatDay(row.correctBy) });
    return;
  }
  if (row.isSupplied !== false) refuse('cases.wrong-ground');
  if (row.outstandingDueAt !== null && now <= row.outstandingDueAt)
    refuse('cases.not-late-yet', { until: formatChinese(row.outstandingDueAt) });
}

interface Agreeing {
  readonly caseFile: CaseFile;
  readonly input: { readonly ground: Ground; readonly reason: string };
  readonly by: { readonly id: string };
}
/**
 * The outcome and the reason of an end on a ground of the list, as another person asked for it, with the basis that the
 * paper then names. Refuses one that nobody asked for, or for another ground.
 */
function endedAs(ground: Termination, { caseFile: mine, input, by }: Agreeing) {
  const asked = getAsked(mine, by);
  if (asked.what !== 'terminate' || asked.ground !== TERMINATIONS[ground]) refuse('cases.halt-not-asked');
  const outcome = ground === 'false-promise' ? ground : 'terminated';
  return { outcome, reason: `${asked.ground}：${input.reason}（依据：${asked.basis}）` } as const;
}

/**
 * 终止办理 — without a decision: what was asked for never came, or, as one person asks and another agrees, a promise was
 * false or the matter fell away. The window ends what was never put right, and nothing else: an accepted case must be
 * decided, so only the deciding department ends it, and whether the law's limit was over by then is kept for the figures.
 */
export const terminate = action(caseFile, {
  name: 'terminate',
  title: '终止办理',
  about:
    '逾期未补正、容缺未补，或已由另一人提出并写明依据的法定情形；已受理的只能由审批部门终止；申请人可以重新申请',
  may: { 'cases.clerk': 'place', ...DECIDING },
  from: ['correcting', ...UNDECIDED],
  to: ['terminated'],
  input: Type.Object({ ground: oneOf(GROUNDS, '终止情形'), reason: Reason() }),
  needs: { ...hanging, ...letterNeeds, tree: holding(organisationTree), calendar: calendarNow },
  decide(given) {
    const { caseFile: mine, input, tree, by, now } = given;
    const { ground, reason } = input;
    refuseConflict(mine, by);
    if (mine.state === 'correcting' && ground !== 'not-corrected') refuse('cases.wrong-ground');
    if (mine.state !== 'correcting') {
      if (permit(DECIDING, by, mine, tree) !== 'allowed') refuse('cases.not-the-windows');
      refuseUnentitled(mine, given);
    }
    if (isShown(ground)) refuseGround(ground, mine, now);
    const how = isShown(ground) ? { outcome: ground, reason } : endedAs(ground, given);
    const end = { state: 'terminated', ...how, endedAt: now, ...judged(mine, given), ...ENDED } as const;
    return [end, ...letGo(given, [mine.id])];
  },
});
