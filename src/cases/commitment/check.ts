import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { permit } from '#lib/action/permission.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { workingTerm } from '../clocks.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { letterNeeds, refuseUncovered } from '../powers/powered.ts';
import { formerNeeds, lengtheningFalls } from '../renewal/fall.ts';

const FINDINGS = {
  true: '承诺属实',
  'put-right': '承诺不实，限期整改',
  hopeless: '承诺不实，不能整改',
} as const;
const PUT_RIGHT_DAYS = 20;
const MAY = { 'cases.decider': 'department' } as const;
const HEADING = { 'cases.head': 'department' } as const;
/** In which a promise is looked at and put right. */
export const DECIDED = ['granted', 'issued', 'completed'] as const;

const isOnPromise = (row: CaseFile): boolean => row.acceptance === 'committed' && row.outcome === 'granted';

/** 承诺核查 — after the decision: true; false and to be put right within so many working days; or false and beyond that. */
export const checkPromise = action(caseFile, {
  name: 'check-promise',
  title: '承诺核查',
  about: '准予后核查承诺是否属实；不实的限期整改，不能整改的由另一人撤销决定',
  may: MAY,
  from: DECIDED,
  to: DECIDED,
  input: Type.Object({
    result: oneOf(FINDINGS, '核查结论'),
    finding: Reason('核查情况'),
    putRightDays: Type.Optional(
      Type.Integer({ title: `整改期限（工作日），不填为 ${PUT_RIGHT_DAYS}`, minimum: 1, maximum: 60 }),
    ),
  }),
  needs: { calendar: calendarNow },
  when: (row) => isOnPromise(row) && row.isPromiseTrue === null,
  decide({ caseFile: mine, input, calendar, by, now }) {
    refuseConflict(mine, by);
    const found = {
      state: mine.state,
      promiseFinding: input.finding,
      promiseCheckedBy: by.id,
      checkClock: null,
    } as const;
    if (input.result !== 'put-right') return { ...found, isPromiseTrue: input.result === 'true' };
    const { clock, dueOn } = workingTerm(now, input.putRightDays ?? PUT_RIGHT_DAYS, calendar);
    return { ...found, isPromiseTrue: false, putRightClock: clock, putRightBy: dueOn };
  },
});

/** 整改到位 — what was false is right now; that it had been false stays on record. */
export const confirmPutRight = action(caseFile, {
  name: 'confirm-put-right',
  title: '整改到位',
  may: MAY,
  from: DECIDED,
  to: DECIDED,
  input: Type.Object({ finding: Reason('复核情况') }),
  when: (row) => row.putRightBy !== null && row.putRightAt === null,
  decide({ caseFile: mine, input, by, now }) {
    refuseConflict(mine, by);
    return { state: mine.state, putRightAt: now, putRightClock: null, promiseFinding: input.finding };
  },
});

/** A day that was told lasts to its end; and nobody's own finding is all that a grant falls by: another follows it, or the head. */
function refuseHasty(
  mine: CaseFile,
  { by, tree, now }: { readonly by: Person; readonly tree: ScopeTree; readonly now: Instant },
): void {
  const { putRightBy: until } = mine;
  if (until !== null && dayOf(now) <= until) refuse('cases.put-right-runs', { until: formatDay(until) });
  if (mine.promiseCheckedBy === by.id && permit(HEADING, by, mine, tree) !== 'allowed')
    refuse('cases.promise-same-person');
}

/** 承诺不实撤销 — it was found false and cannot be, or was not in the days told, put right: the decision that rests on it falls. */
export const revokeOnPromise = action(caseFile, {
  name: 'revoke-on-promise',
  title: '承诺不实撤销决定',
  about: '核查为承诺不实且不能整改，或逾期未整改的，由核查人以外的人或负责人撤销准予决定',
  may: { ...MAY, ...HEADING },
  from: DECIDED,
  to: ['revoked'],
  input: Type.Object({ finding: Reason('核查情况') }),
  when: (row) => isOnPromise(row) && row.isPromiseTrue === false && row.putRightAt === null,
  needs: { ...letterNeeds, ...formerNeeds },
  decide(given) {
    const { caseFile: mine, input, by, now } = given;
    refuseConflict(mine, by);
    refuseHasty(mine, given);
    if (permit(HEADING, by, mine, given.tree) !== 'allowed') refuseUncovered(mine, given);
    const revoked = {
      state: 'revoked',
      promiseFinding: input.finding,
      askedRevocation: null,
      revokedAt: now,
      revokedBecause: input.finding,
      revokedBasis: '告知承诺不实（国办发〔2020〕42号）',
      endedAt: mine.endedAt ?? now,
    } as const;
    return [revoked, ...lengtheningFalls(given)];
  },
});
