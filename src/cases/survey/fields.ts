import { Type } from 'typebox';
import { oneOf } from '#lib/choice.ts';
import { dayOf, formatChinese, formatDay, formatTime, millis, MS_PER_HOUR, type Instant } from '#lib/time.ts';
import { addWorkingDays, type CalendarTable } from '#calendar/index.ts';
import { refuse } from '#lib/refusal.ts';
import { CHASE_WAYS } from '../words.ts';
import type { SurveyRules } from './rules.ts';

export const Words = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S' });
/** The same of words that may name whom they are about. */
export const TellingWords = (title: string, maxLength: number) =>
  Type.String({ title, minLength: 2, maxLength, pattern: '\\S', mayName: true });
export const Conditions = Type.Array(Words('查看内容', 300), { title: '查看内容', maxItems: 60 });
export const VisitAt = Type.Unsafe<Instant>(Type.String({ title: '约定时间', format: 'date-time' }));
export const ToldHow = oneOf(CHASE_WAYS, '怎样告知申请人');

interface Naming {
  readonly calendar: CalendarTable;
  readonly surveys: Pick<SurveyRules, 'aheadDays'>;
  readonly now: Instant;
}
/** Light enough to see anything, and an hour at which people can be asked to be there. */
const DAYTIME = { from: '06:00', to: '20:00' } as const;
/** Refuses a visit at night that is arranged beforehand; where all are there already they go at once, whatever the hour. Pure. */
function refuseNight(at: Instant, now: Instant): void {
  const time = formatTime(at);
  if ((time >= DAYTIME.from && time <= DAYTIME.to) || millis(at) - millis(now) <= MS_PER_HOUR) return;
  const fields = [{ path: 'visitAt', message: `${DAYTIME.from}—${DAYTIME.to}之间` }];
  refuse('cases.survey-night', { at: formatChinese(at), ...DAYTIME }, { fields });
}

/** The moment of a visit, which lies ahead, by day, and near enough: nobody's promise stands still for a day years away. */
export function getAhead(at: Instant, { calendar, surveys: { aheadDays }, now }: Naming): Instant {
  if (at <= now) refuse('cases.survey-past', {}, { fields: [{ path: 'visitAt', message: '应晚于现在' }] });
  refuseNight(at, now);
  const last = addWorkingDays(calendar, dayOf(now), aheadDays);
  if (dayOf(at) <= last) return at;
  const until = formatDay(last);
  return refuse(
    'cases.survey-far',
    { days: String(aheadDays), until },
    { fields: [{ path: 'visitAt', message: `最迟${until}` }] },
  );
}

/** Who brings a survey about: the window, or the department that decides. */
export const ORGANISES = {
  'cases.clerk': 'place',
  'cases.approver': 'department',
  'cases.decider': 'department',
} as const;
