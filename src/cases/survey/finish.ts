import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow, type CalendarTable } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { tripNeeds, waiting } from './cases-of.ts';
import { ORGANISES } from './fields.ts';
import { released } from './lapsed.ts';
import { askedAgain, branchesOf } from './contradicted.ts';
import { foundBy, lookedAfter } from './looked.ts';
import { surveyRules, type SurveyRules } from './rules.ts';
import { goesOn, neverStopped, stillToPutRight } from './standstill.ts';
import { survey, type Survey } from './survey.ts';
import type { SurveyUnit } from './survey-unit.ts';
import { CONCLUSIONS } from './words.ts';

interface Ending {
  readonly conclusion: keyof typeof CONCLUSIONS;
  readonly putRightBy?: Day | undefined;
}
/** Refuses a conclusion that what was found does not bear: passed with something not met or nothing looked at, or given up before the day. */
function refuseUnborne(
  mine: Survey,
  { conclusion, putRightBy }: Ending,
  { units, now }: { readonly units: readonly SurveyUnit[]; readonly now: Instant },
): void {
  const found = units.flatMap(({ results }) => results ?? []);
  const unmet = found.filter(({ result }) => result === 'unmet');
  if (conclusion === 'passed' && found.every(({ result }) => result === 'not-applicable'))
    refuse('cases.survey-nothing-seen');
  if (conclusion === 'passed' && unmet.length > 0)
    refuse('cases.survey-unmet', { conditions: unmet.map(({ condition }) => condition).join('、') });
  if (conclusion === 'putting-right' && (putRightBy === undefined || putRightBy <= dayOf(now)))
    refuse('cases.survey-no-day', {}, { fields: [{ path: 'putRightBy', message: '应晚于今天' }] });
  if (mine.state !== 'putting-right') return;
  if (conclusion !== 'failed') refuse('cases.survey-look-again');
  if (dayOf(now) <= mine.putRightBy!) refuse('cases.not-late-yet', { until: formatDay(mine.putRightBy!) });
}

interface Giving {
  readonly calendar: CalendarTable;
  readonly surveys: SurveyRules;
  readonly now: Instant;
}
/** The day by which things are put right, no further away than the setting: the promise stands still for it. Pure. */
function getPutRightBy(by: Day, { calendar, surveys: { putRightDays }, now }: Giving): Day {
  const last = addWorkingDays(calendar, dayOf(now), putRightDays);
  if (by <= last) return by;
  const until = formatDay(last);
  const fields = [{ path: 'putRightBy', message: `最迟${until}` }];
  return refuse('cases.survey-put-right-far', { days: String(putRightDays), until }, { fields });
}

/**
 * 勘查结论 — passed or failed, and the promise of every case that waited goes on; or to be put right, and all wait on: the
 * time is the applicant's. What was not put right by its day has failed.
 */
export const finish = action(survey, {
  name: 'finish',
  title: '作出勘查结论',
  about: '通过、限期整改或未通过；结论后承诺时限继续计算，迟于告知的天数作出的，已自行恢复计算',
  may: { 'cases.approver': 'department', 'cases.decider': 'department' },
  from: ['held', 'putting-right'],
  to: ['passed', 'putting-right', 'failed'],
  input: Type.Object({
    conclusion: oneOf(CONCLUSIONS, '结论'),
    text: Reason('结论说明'),
    putRightBy: Type.Optional(Type.Unsafe<Day>(Type.String({ title: '整改期限', format: 'date' }))),
  }),
  needs: {
    ...tripNeeds,
    branches: branchesOf,
    calendar: calendarNow,
    surveys: settingNow(surveyRules),
  },
  decide({ survey: mine, input, units, branches, calendar, surveys, by, now, ...shared }) {
    refuseConflict(shared.caseFile, by);
    refuseUnborne(mine, input, { units, now });
    const { conclusion, text } = input;
    const files = waiting({ survey: mine, ...shared }).map((file) => ({
      file,
      again: askedAgain(file, { survey: mine, units, branches, calendar, now }),
    }));
    const again = files.flatMap((each) => each.again.writes);
    if (conclusion === 'putting-right') {
      const day = getPutRightBy(input.putRightBy!, { calendar, surveys, now });
      const told = { survey: mine, day, rules: surveys, calendar, now };
      return [
        { state: conclusion, conclusion: text, putRightBy: day },
        ...files.map(({ file, again: { patch } }) =>
          change(caseFile, file, {
            ...(mine.isStopping === true ? stillToPutRight(file, told) : {}),
            looked: foundBy(file, { survey: mine, units }),
            ...patch,
          }),
        ),
        ...again,
      ];
    }
    const after = files.map(({ file, again: { patch } }) => ({
      file,
      patch,
      ...goesOn(file, { survey: mine, calendar, now }),
    }));
    const daysGivenBack = after.reduce((sum, each) => sum + each.daysGivenBack, 0);
    return [
      { state: conclusion, conclusion: text, finishedAt: now, finishedBy: by.id, daysGivenBack },
      ...after.map(({ file, patch, clocks }) =>
        change(caseFile, file, {
          ...clocks,
          openSurveys: Math.max(0, (file.openSurveys ?? 1) - 1),
          ...lookedAfter(file, { survey: mine, units, hasFailed: conclusion === 'failed' }),
          ...patch,
        }),
      ),
      ...again,
    ];
  },
});

/** 取消勘查 — before anybody went. No day is given back for a trip that never was. */
export const cancel = action(survey, {
  name: 'cancel',
  title: '取消勘查',
  about: '尚未成行的勘查可以取消；承诺时限视为未曾中止',
  may: ORGANISES,
  from: ['asked', 'scheduled'],
  to: ['cancelled'],
  input: Type.Object({ reason: Reason('取消原因') }),
  needs: { ...tripNeeds, calendar: calendarNow },
  when: (row) => row.heldAt === null,
  decide({ survey: mine, input, units, calendar, ...shared }) {
    if (units.some(({ recordedAt }) => recordedAt !== null)) refuse('cases.survey-begun');
    return [
      { state: 'cancelled', cancelledBecause: input.reason },
      ...released(units),
      ...waiting({ survey: mine, ...shared }).map((file) =>
        change(caseFile, file, {
          ...neverStopped(file, { survey: mine, calendar }),
          openSurveys: Math.max(0, (file.openSurveys ?? 1) - 1),
        }),
      ),
    ];
  },
});
