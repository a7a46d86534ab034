import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow, type CalendarTable } from '#calendar/index.ts';
import { account, type Account } from '#people/index.ts';
import { settingNow } from '#settings/index.ts';
import { branch, type Branch } from '../../branch/branch.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { refuseConflict } from '../../file/separation.ts';
import { surveyUnit, type SurveyUnit } from '../../survey/survey-unit.ts';
import { hearing, type Hearing } from './hearing.ts';
import { hearingRules, type HearingRules } from './rules.ts';

interface Setting {
  readonly hearing: Hearing;
  readonly caseFile: CaseFile;
  readonly branches: readonly Branch[];
  readonly surveyUnits: readonly SurveyUnit[];
  readonly presider: Account | null;
  readonly calendar: CalendarTable;
  readonly rules: HearingRules;
  readonly now: Instant;
}

/** Who has looked at the application: accepted it, told the right, gave an opinion, saw the place. Pure. */
const examined = ({ hearing: mine, caseFile: file, branches, surveyUnits }: Setting) =>
  new Set([
    file.acceptedBy,
    mine.toldBy,
    ...branches.map(({ answeredBy }) => answeredBy),
    ...surveyUnits.map(({ recordedBy }) => recordedBy),
  ]);
/** Refuses nobody, somebody who has left, who examined the application, and who declared an interest (行政许可法 48). */
function getPresider(given: Setting): Account {
  const found = given.presider;
  if (found === null || found.state === 'disabled')
    return refuse(
      'cases.hearing-no-presider',
      {},
      { fields: [{ path: 'presider', message: '没有这个账号' }] },
    );
  if (examined(given).has(found.id)) refuse('cases.hearing-presider', { name: found.name });
  refuseConflict(given.caseFile, found);
  return found;
}

/**
 * Refuses a day that is told less than seven working days before it, and, while such a day is left, one after the twenty
 * of the request. What can no longer be in time is held all the same, and is on record as late. Pure.
 */
function refuseDay(on: Instant, { caseFile: file, calendar, rules, now }: Setting): void {
  const earliest = addWorkingDays(calendar, dayOf(now), rules.noticeBeforeDays);
  if (dayOf(on) < earliest)
    refuse('cases.hearing-soon', { days: rules.noticeBeforeDays, earliest: formatDay(earliest) });
  const last = file.hearingDueAt && dayOf(file.hearingDueAt);
  if (last !== null && earliest <= last && dayOf(on) > last)
    refuse('cases.hearing-after', { days: rules.holdWithinDays, last: formatDay(last) });
}

type Asked = { readonly row: Pick<Hearing, 'caseId'>; readonly input: { readonly presider: string } };
/** 通知听证 — when and where, and who presides, told seven working days before; another day is told anew, as long before. */
export const setHearingDay = action(hearing, {
  name: 'set-day',
  title: '通知听证时间地点',
  about:
    '举行七个工作日前通知申请人、利害关系人，必要时公告；主持人不得是审查该申请的工作人员，有直接利害关系的应当回避',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', 'cases.head': 'department' },
  from: ['asked', 'set'],
  to: ['set'],
  input: Type.Object({
    heldAt: Type.Unsafe<Instant>(Type.String({ title: '听证时间', format: 'date-time' })),
    site: Type.String({
      title: '听证地点',
      minLength: 2,
      maxLength: 200,
      pattern: '\\S',
      keep: 'prose',
    }),
    presider: Type.String({ title: '主持人的登录名', minLength: 1, maxLength: 60, pattern: '\\S' }),
    noticeNumber: Type.String({ title: '听证通知书文号', minLength: 2, maxLength: 60, pattern: '\\S' }),
  }),
  needs: {
    presider: find(account, ({ input }: Asked) => ({ number: input.presider.trim() })),
    branches: rows(branch, ({ row }: Asked) => ({ caseId: row.caseId })),
    surveyUnits: rows(surveyUnit, ({ row }: Asked) => ({ caseId: row.caseId })),
    calendar: calendarNow,
    rules: settingNow(hearingRules),
  },
  decide(given) {
    const { caseFile: file, input, by, now } = given;
    if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
    refuseConflict(file, by);
    const { id, name } = getPresider(given);
    refuseDay(input.heldAt, given);
    return [
      {
        state: 'set',
        heldAt: input.heldAt,
        site: input.site,
        presider: id,
        presiderName: name,
        dayNotice: input.noticeNumber.trim(),
        dayToldAt: now,
      },
      change(caseFile, file, { hearing: { ...file.hearing!, dayToldAt: now } }), // Told, or nobody had asked.
    ];
  },
});
