import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { courseOf, itemEdition, type Elements } from '#catalogue/index.ts';
import { settingNow } from '#settings/index.ts';
import { objection } from '../after/objection.ts';
import { barredNeeds, refuseStillBarred, refuseUnknown } from '../bar/ask-again.ts';
import { barNeeds, barredFor } from '../bar/record.ts';
import { branch } from '../branch/branch.ts';
import { fedNeeds, refuseLost } from '../bundle/fed.ts';
import { tookUntil, workingTerm } from '../clocks.ts';
import { checkTerm } from '../commitment/promised.ts';
import { letterNeeds, refuseUncovered } from '../powers/powered.ts';
import { caseRules, type CaseRules } from '../rules.ts';
import { refuseMissing } from './accept.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { FalsehoodField, Reason } from './fields.ts';
import { namesIn } from './paper.ts';
import { groundNeeds, refuseGroundless } from './rests-on.ts';
import type { Hearing } from '../special/hearing/hearing.ts';
import { hearingsOf, refusePresider, refuseUnheard, unasked } from '../special/hearing/standing.ts';
import { refuseUnseen } from '../survey/looked.ts';
import { wantedBy } from '../survey/plan.ts';
import { refuseAccepter, refuseConflict } from './separation.ts';

const MAY = { 'cases.decider': 'department' } as const;

/** Refuses a decision while anything it must rest on is still open. */
function refuseUnready(row: CaseFile): void {
  const outstanding = namesIn(row.papers, 'outstanding');
  if (outstanding.length > 0) refuse('cases.outstanding', { names: outstanding.join('、') });
  if ((row.openProcedures ?? 0) > 0) refuse('cases.procedure-open');
  if ((row.openSurveys ?? 0) > 0) refuse('cases.survey-open');
  if ((row.openConnections ?? 0) > 0) refuse('cases.connections-open', { count: row.openConnections ?? 0 });
  if ((row.openBranches ?? 0) > 0) refuse('cases.branches-open', { count: row.openBranches ?? 0 });
}

interface Deciding {
  readonly caseFile: CaseFile;
  readonly calendar: CalendarTable;
  readonly rules: CaseRules;
  readonly hearings: readonly Hearing[];
  readonly by: { readonly id: string };
  readonly now: Instant;
}
/** What a decision writes, whichever way it goes. Refuses whoever may not decide, and while anything is still open. */
function decided({ caseFile: row, hearings, calendar, rules, by, now }: Deciding) {
  refuseUnheard(hearings, now);
  refusePresider(hearings, by);
  refuseUnready(row);
  refuseAccepter(row, by);
  refuseConflict(row, by);
  const toIssue = workingTerm(now, rules.issueWithinDays, calendar);
  return {
    decidedAt: now,
    decidedBy: by.id,
    askedExtension: null,
    askedHalt: null,
    issueClock: toIssue.clock,
    issueDueAt: toIssue.dueAt,
    ...tookUntil(now, { ...row, legalClock: row.legalClock!, promisedClock: row.promisedClock! }, calendar),
  };
}
type Asked = { readonly row: Pick<CaseFile, 'id' | 'itemEdition' | 'bundle' | 'papers'> };

interface Granting {
  readonly elements: Elements;
  readonly rules: CaseRules;
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** Until when the promise of a case accepted on it is looked at; nothing where nothing was promised. */
const checkOf = ({ acceptance }: CaseFile, { elements, rules, calendar, now }: Granting) =>
  acceptance === 'committed'
    ? checkTerm(now, courseOf(elements).commitment?.checkWithin ?? rules.promisedCheckDays, calendar)
    : {};

/** 准予 — every branch agrees, every objection is answered, every outstanding paper is in, no procedure is open; not by the person who accepted. */
export const grant = action(caseFile, {
  name: 'grant',
  title: '准予',
  about: '作出准予决定；材料未交齐、容缺材料未补齐、分支或特别程序未完成的不得决定',
  may: MAY,
  from: ['accepted'],
  to: ['granted'],
  input: Type.Object({ note: Type.Optional(Reason('决定说明')) }),
  needs: {
    branches: rows(branch, ({ row }: Asked) => ({ caseId: row.id })),
    hearings: hearingsOf,
    unanswered: rows(objection, ({ row }: Asked) => ({ caseId: row.id, state: 'registered' })),
    edition: find(itemEdition, ({ row }: Asked) => ({ id: row.itemEdition })),
    ...barredNeeds,
    ...fedNeeds,
    ...groundNeeds,
    ...letterNeeds,
    calendar: calendarNow,
    rules: settingNow(caseRules),
  },
  decide(given) {
    const { caseFile: mine, input, branches, edition, tree, calendar, rules, now } = given;
    const columns = decided(given);
    // What the law has accepted although papers lacked may be refused for it, never granted without them.
    refuseMissing(mine);
    // Nor to whom nobody knows, where a bar must be looked up, nor to whoever was barred when they applied.
    refuseUnknown(mine, courseOf(edition?.elements ?? {}));
    refuseStillBarred(given);
    refuseUncovered(mine, given);
    refuseUnseen(mine, wantedBy(courseOf(edition?.elements ?? {}).surveys, tree), tree);
    refuseLost(given);
    refuseGroundless(given);
    if (given.unanswered.length > 0) refuse('cases.objection-open', { count: given.unanswered.length });
    // What a lower body found at its first review binds nobody: the higher body decides (行政许可法 43).
    const against = branches.find(
      (each) => each.kind === 'opinion' && each.state === 'objected' && each.isFirstReview !== true,
    );
    if (against) refuse('cases.branch-objects', { department: tree.nameOf(against.department) });
    return [
      {
        state: 'granted',
        outcome: 'granted',
        ...columns,
        reason: input.note ?? null,
        ...checkOf(mine, { elements: edition?.elements ?? {}, rules, calendar, now }),
      },
      ...unasked(given.hearings, now),
    ];
  },
});

/** 不予 — with the reasons and what the applicant may do against it (行政许可法 38). */
export const refuseCase = action(caseFile, {
  name: 'refuse',
  title: '不予',
  about: '作出不予决定：写明理由，文书告知申请行政复议和提起行政诉讼的途径',
  may: MAY,
  from: ['accepted'],
  to: ['refused'],
  input: Type.Object({ reason: Reason('不予的理由和依据'), falsehood: FalsehoodField }),
  needs: {
    ...letterNeeds,
    ...barNeeds,
    hearings: hearingsOf,
    calendar: calendarNow,
    rules: settingNow(caseRules),
  },
  decide(given) {
    const columns = decided(given);
    refuseUncovered(given.caseFile, given);
    const { hearings, input, now } = given;
    const { patch, writes } = barredFor(input.falsehood, given);
    return [
      { state: 'refused', outcome: 'refused', ...columns, reason: input.reason, ...patch },
      ...unasked(hearings, now),
      ...writes,
    ];
  },
});
