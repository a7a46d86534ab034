import {
  pausesIn,
  used,
  workingDaysBetween,
  type CalendarTable,
  type Clock,
  type Pause,
} from '#calendar/index.ts';
import { dayOf, type Day, type Instant } from '#lib/time.ts';
import { paused, resumed, timed } from '../clocks.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { SurveyRules } from './rules.ts';
import type { Survey } from './survey.ts';

interface Standing {
  readonly survey: Pick<Survey, 'number'>;
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** The day that the applicant was told: of the visit, or by which they put things right. */
interface Told {
  readonly day: Day;
  readonly rules: Pick<SurveyRules, 'concludeDays'>;
}

const SURVEY = '现场勘查';
/** Each survey has a pause of its own; several at once, or one beside a hearing, are merged by the calendar. */
const reasonOf = ({ number }: Pick<Survey, 'number'>): string => `${SURVEY}（${number}）`;
const openOf = ({ pauses }: Clock, reason: string): Pause | undefined =>
  pauses.find((each) => each.to === null && each.reason === reason);

/** For how many working days a promise stands still from a moment on: to the day that was told, and for the conclusion. Pure. */
const daysTold = (from: Instant, { day, rules }: Told, calendar: CalendarTable): number =>
  Math.max(0, workingDaysBetween(calendar, dayOf(from), day)) + rules.concludeDays;

/** Whether a survey of the case has outlived the time that was told of it: what was not used for that is not given again. */
const isOutlived = (clock: Clock, { calendar, now }: Omit<Standing, 'survey'>): boolean =>
  clock.pauses.some(
    (each) =>
      each.to === null &&
      each.reason.startsWith(SURVEY) &&
      pausesIn({ pauses: [each] }, calendar).some(({ to }) => to !== null && to < now),
  );
const standing = (file: CaseFile, promisedClock: Clock, calendar: CalendarTable) =>
  timed({ legalClock: file.legalClock!, promisedClock }, calendar);
const begun = (clock: Clock, { survey, day, rules, calendar, now }: Standing & Told): Clock => {
  const told = daysTold(now, { day, rules }, calendar);
  return paused(clock, { from: now, to: null, told, reason: reasonOf(survey) });
};

/**
 * The promise stands still, until the conclusion or for the days that follow from what was told, whichever is less; not at
 * all while an earlier survey of the case was left lying. The statutory clock goes on: a survey is not in the list of
 * article 45, so the law gives the office no day for it.
 */
export function stopped(file: CaseFile, how: Standing & Told) {
  const clock = file.promisedClock!;
  return standing(file, isOutlived(clock, how) ? clock : begun(clock, how), how.calendar);
}

/** Another day was told: what is nearer ends the standstill sooner, what is further away does not make it longer; null where there is none. */
export function movedTo(file: CaseFile, { survey, calendar, ...told }: Omit<Standing, 'now'> & Told) {
  const clock = file.promisedClock!;
  const open = openOf(clock, reasonOf(survey));
  if (!open) return null;
  const days = Math.min(open.told ?? Infinity, daysTold(open.from, told, calendar));
  const pauses = clock.pauses.map((each) => (each === open ? { ...each, told: days } : each));
  return standing(file, { ...clock, pauses }, calendar);
}

/** 限期整改: from now on the time is the applicant's, to their day, and for who looks again and concludes. */
export function stillToPutRight(file: CaseFile, how: Standing & Told) {
  const clock = file.promisedClock!;
  const open = openOf(clock, reasonOf(how.survey));
  return standing(file, begun(open ? resumed(clock, open, how.now) : clock, how), how.calendar);
}

/** The promise goes on, and how many days that gave back; what other pauses spared anyway is not counted. */
export function goesOn(file: CaseFile, { survey, calendar, now }: Standing) {
  const reason = reasonOf(survey);
  const clock = file.promisedClock!;
  const open = openOf(clock, reason);
  const promisedClock = open ? resumed(clock, open, now) : clock;
  const without: Clock = { ...clock, pauses: clock.pauses.filter((each) => each.reason !== reason) };
  return {
    clocks: standing(file, promisedClock, calendar),
    daysGivenBack: used(without, now, calendar) - used(promisedClock, now, calendar),
  };
}

/** Nobody went: the promise runs as if it had never stood still. */
export function neverStopped(file: CaseFile, { survey, calendar }: Omit<Standing, 'now'>) {
  const reason = reasonOf(survey);
  const clock = file.promisedClock!;
  const pauses = clock.pauses.filter((each) => each.to !== null || each.reason !== reason);
  return standing(file, { ...clock, pauses }, calendar);
}

/** The last day on which the promise of a case stands still for a survey as it was told; null where it does not. Pure. */
export function standsUntil(
  { promisedClock: clock }: Pick<CaseFile, 'promisedClock'>,
  { survey, calendar }: Omit<Standing, 'now'>,
): Day | null {
  const open = clock && openOf(clock, reasonOf(survey));
  const [ends] = open ? pausesIn({ pauses: [open] }, calendar) : [];
  return ends === undefined || ends.to === null ? null : dayOf(ends.to);
}
