import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { find, holding, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese, formatDay, formatTime, type Instant } from '#lib/time.ts';
import { addWorkingDays, calendarNow, isWorkingDay, type CalendarTable } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { account } from '#people/index.ts';
import { settingNow } from '#settings/index.ts';
import { branch } from '../../branch/branch.ts';
import { caseFile, type CaseFile } from '../../file/case-file.ts';
import { refuseConflict } from '../../file/separation.ts';
import { surveyUnit } from '../../survey/survey-unit.ts';
import { hearing, type Hearing } from './hearing.ts';
import { refuseNoticeUsed } from '../notice-used.ts';
import { specialProcedure } from '../special-procedure.ts';
import { getPresider } from './presider.ts';
import { hearingRules, type HearingRules } from './rules.ts';

interface Setting {
  readonly caseFile: CaseFile;
  readonly calendar: CalendarTable;
  readonly rules: HearingRules;
  readonly now: Instant;
}

/** Refuses a moment at which no office is open: a rest day, a night, noon. Pure. */
function refuseClosed(at: Instant, { calendar }: Setting): void {
  const { sessions } = calendar.rules;
  const time = formatTime(at);
  const isOpen = sessions.some(({ opens, closes }) => opens <= time && time < closes);
  if (isOpen && isWorkingDay(calendar, dayOf(at))) return;
  const hours = sessions.map(({ opens, closes }) => `${opens}—${closes}`).join('、');
  const fields = [{ path: 'heldAt', message: `工作日 ${hours}` }];
  refuse('cases.hearing-hours', { at: formatChinese(at), hours }, { fields });
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
    '举行七个工作日前通知申请人、利害关系人，必要时公告；主持人为审批部门或者行政审批服务局的工作人员，不得是审查该申请的人，有直接利害关系的应当回避',
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
    // The record has the number of another notice under this name.
    noticeNumber: Type.String({
      title: '听证通知书文号',
      minLength: 2,
      maxLength: 60,
      pattern: '\\S',
      fromRow: false,
    }),
  }),
  needs: {
    presider: find(account, ({ input }: Asked) => ({ number: input.presider.trim() })),
    branches: rows(branch, ({ row }: Asked) => ({ caseId: row.caseId })),
    surveyUnits: rows(surveyUnit, ({ row }: Asked) => ({ caseId: row.caseId })),
    procedures: rows(specialProcedure, ({ row }: Asked) => ({ caseId: row.caseId })),
    hearings: rows(hearing, ({ row }: Asked) => ({ caseId: row.caseId })),
    tree: holding(organisationTree),
    calendar: calendarNow,
    rules: settingNow(hearingRules),
  },
  decide(given) {
    const { caseFile: file, input, by, now } = given;
    if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
    refuseConflict(file, by);
    const { id, name } = getPresider(given);
    refuseNoticeUsed(given, input.noticeNumber);
    refuseClosed(input.heldAt, given);
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
