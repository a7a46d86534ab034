import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { caseRules } from '../rules.ts';
import { tripNeeds, waiting } from './cases-of.ts';
import { getAhead, ORGANISES, TellingWords, ToldHow, VisitAt } from './fields.ts';
import { stopped } from './standstill.ts';
import { survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';

const When = {
  visitAt: VisitAt,
  meetingPoint: Type.Optional(TellingWords('集合地点', 200)),
  toldHow: ToldHow,
};
/** Those that still go, to that time. */
const sent = (units: readonly SurveyUnit[], visitAt: Instant) =>
  units.filter(({ state }) => state === 'going').map((each) => change(surveyUnit, each, { visitAt }));

/**
 * 排期 — the applicant is told the day. From here, and not from the asking, the promise of every case that waits stands
 * still: until somebody has named a day the waiting is the office's own, and its promise pays for it.
 */
export const schedule = action(survey, {
  name: 'schedule',
  title: '排定勘查时间',
  about:
    '与同去单位商定时间并告知申请人；自告知起承诺时限中止，法定时限照计（勘查不在行政许可法第四十五条所列）',
  may: ORGANISES,
  from: ['asked'],
  to: ['scheduled'],
  input: Type.Object(When),
  needs: { ...tripNeeds, calendar: calendarNow, rules: settingNow(caseRules) },
  decide({ survey: mine, input, units, calendar, rules, now, ...shared }) {
    const files = waiting({ survey: mine, ...shared });
    if (files.length === 0) refuse('cases.survey-no-case');
    const visitAt = getAhead(input.visitAt, now);
    const isStopping = rules.surveyStopsPromise;
    return [
      {
        state: 'scheduled',
        visitAt,
        meetingPoint: input.meetingPoint?.trim() ?? null,
        toldAt: now,
        toldHow: input.toldHow,
        isStopping,
      },
      ...sent(units, visitAt),
      ...(isStopping
        ? files.map((each) => change(caseFile, each, stopped(each, { survey: mine, calendar, now })))
        : []),
    ];
  },
});

/** 改期 — another day, and the applicant is told again, with the reason on record. */
export const reschedule = action(survey, {
  name: 'reschedule',
  title: '改期',
  may: ORGANISES,
  from: ['scheduled'],
  to: ['scheduled'],
  input: Type.Object({ ...When, reason: Reason('改期原因') }),
  needs: { units: tripNeeds.units },
  decide({ survey: mine, input, units, now }) {
    const visitAt = getAhead(input.visitAt, now);
    return [
      {
        state: 'scheduled',
        visitAt,
        meetingPoint: input.meetingPoint?.trim() ?? mine.meetingPoint,
        toldAt: now,
        toldHow: input.toldHow,
        reschedules: (mine.reschedules ?? 0) + 1,
      },
      ...sent(units, visitAt),
    ];
  },
});

/** 复查 — after things were put right the departments go once more that had found something not met; the others need not. */
export const holdAgain = action(survey, {
  name: 'hold-again',
  title: '安排复查',
  about: '整改后复查，只请曾提出不符合的单位再去',
  may: ORGANISES,
  from: ['putting-right'],
  to: ['scheduled'],
  input: Type.Object(When),
  needs: { units: tripNeeds.units },
  decide({ survey: mine, input, units, now }) {
    const visitAt = getAhead(input.visitAt, now);
    const again = units.filter(
      ({ state, results }) => state === 'recorded' && results?.some(({ result }) => result === 'unmet'),
    );
    return [
      {
        state: 'scheduled',
        visitAt,
        meetingPoint: input.meetingPoint?.trim() ?? mine.meetingPoint,
        toldAt: now,
        toldHow: input.toldHow,
      },
      ...again.map((each) => change(surveyUnit, each, { state: 'going', visitAt })),
    ];
  },
});

/** Before the day of the visit: who goes may still change. */
export const isBeforeDay = (visitAt: Instant | null, now: Instant): boolean =>
  visitAt === null || dayOf(now) < dayOf(visitAt);
