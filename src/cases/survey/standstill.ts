import { used, type CalendarTable, type Clock } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { paused, resumed, timed } from '../clocks.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Survey } from './survey.ts';

interface Standing {
  readonly survey: Pick<Survey, 'number'>;
  readonly calendar: CalendarTable;
  readonly now: Instant;
}

/** Each survey has a pause of its own; several at once, or one beside a hearing, are merged by the calendar. */
const reasonOf = ({ number }: Pick<Survey, 'number'>): string => `现场勘查（${number}）`;

/**
 * The promise stands still. The statutory clock goes on: a survey is not in the list of article 45, so the law gives the
 * office no day for it.
 */
export function stopped(file: CaseFile, { survey, calendar, now }: Standing) {
  const promisedClock = paused(file.promisedClock!, { from: now, to: null, reason: reasonOf(survey) });
  return timed({ legalClock: file.legalClock!, promisedClock }, calendar);
}

/** The promise goes on, and how many days that gave back; what other pauses spared anyway is not counted. */
export function goesOn(file: CaseFile, { survey, calendar, now }: Standing) {
  const reason = reasonOf(survey);
  const clock = file.promisedClock!;
  const open = clock.pauses.find((each) => each.to === null && each.reason === reason);
  const promisedClock = open ? resumed(clock, open, now) : clock;
  const without: Clock = { ...clock, pauses: clock.pauses.filter((each) => each !== open) };
  return {
    clocks: timed({ legalClock: file.legalClock!, promisedClock }, calendar),
    daysGivenBack: used(without, now, calendar) - used(promisedClock, now, calendar),
  };
}

/** Nobody went: the promise runs as if it had never stood still. */
export function neverStopped(file: CaseFile, { survey, calendar }: Omit<Standing, 'now'>) {
  const reason = reasonOf(survey);
  const clock = file.promisedClock!;
  const pauses = clock.pauses.filter((each) => each.to !== null || each.reason !== reason);
  return timed({ legalClock: file.legalClock!, promisedClock: { ...clock, pauses } }, calendar);
}
