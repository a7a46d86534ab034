import { Type } from 'typebox';
import { action, change, type Write } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { caseRules } from '../rules.ts';
import { tripNeeds, waiting, type Shared } from './cases-of.ts';
import { getAhead, ORGANISES, TellingWords, ToldHow, VisitAt } from './fields.ts';
import { surveyRules, type SurveyRules } from './rules.ts';
import { movedTo, stopped } from './standstill.ts';
import { survey } from './survey.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';

const When = {
  visitAt: VisitAt,
  meetingPoint: Type.Optional(TellingWords('集合地点', 200)),
  toldHow: ToldHow,
};
/** What is asked of a day that is told. */
const dayNeeds = { ...tripNeeds, calendar: calendarNow, surveys: settingNow(surveyRules) };
interface Moving extends Shared {
  readonly calendar: CalendarTable;
  readonly surveys: SurveyRules;
}
/** Each case that waits, with its promise for no longer than for the new day. */
const moved = ({ calendar, surveys: rules, ...shared }: Moving, visitAt: Instant): readonly Write[] =>
  waiting(shared).flatMap((each) => {
    const clocks = movedTo(each, { survey: shared.survey, day: dayOf(visitAt), rules, calendar });
    return clocks === null ? [] : [change(caseFile, each, clocks)];
  });

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
    '与同去单位商定时间并告知申请人；自告知起承诺时限中止，至结论或告知的天数届满为止，法定时限照计（勘查不在行政许可法第四十五条所列）',
  may: ORGANISES,
  from: ['asked'],
  to: ['scheduled'],
  input: Type.Object(When),
  needs: { ...dayNeeds, rules: settingNow(caseRules) },
  decide({ survey: mine, input, units, calendar, rules, surveys, now, ...shared }) {
    const files = waiting({ survey: mine, ...shared });
    if (files.length === 0) refuse('cases.survey-no-case');
    const visitAt = getAhead(input.visitAt, { calendar, surveys, now });
    const told = { survey: mine, day: dayOf(visitAt), rules: surveys, calendar, now };
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
      ...(isStopping ? files.map((each) => change(caseFile, each, stopped(each, told))) : []),
    ];
  },
});

/**
 * 改期 — another day, and the applicant is told again, with the reason on record. The promise stands still no longer than was
 * told first: however often the day is moved, that is the office's own time.
 */
export const reschedule = action(survey, {
  name: 'reschedule',
  title: '改期',
  about: '重新商定时间并告知申请人；改期不延长承诺时限的中止，提前的相应提前恢复',
  may: ORGANISES,
  from: ['scheduled'],
  to: ['scheduled'],
  input: Type.Object({ ...When, reason: Reason('改期原因') }),
  needs: dayNeeds,
  decide(given) {
    const { survey: mine, input, units } = given;
    const visitAt = getAhead(input.visitAt, given);
    return [
      {
        state: 'scheduled',
        visitAt,
        meetingPoint: input.meetingPoint?.trim() ?? mine.meetingPoint,
        toldAt: given.now,
        toldHow: input.toldHow,
        reschedules: (mine.reschedules ?? 0) + 1,
      },
      ...sent(units, visitAt),
      ...moved(given, visitAt),
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
  needs: dayNeeds,
  decide(given) {
    const { survey: mine, input, units, now } = given;
    const visitAt = getAhead(input.visitAt, given);
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
      ...moved(given, visitAt),
    ];
  },
});

/** Before the day of the visit: who goes may still change. */
export const isBeforeDay = (visitAt: Instant | null, now: Instant): boolean =>
  visitAt === null || dayOf(now) < dayOf(visitAt);
