import { Type } from 'typebox';
import { action, create } from '#lib/action/action.ts';
import { holding, rows } from '#lib/action/need.ts';
import { permit } from '#lib/action/permission.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { addWorkingDays, calendarNow } from '#calendar/index.ts';
import { organisationTree } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile } from '../../file/case-file.ts';
import { Reason } from '../../file/fields.ts';
import { refuseNoticeUsed } from '../notice-used.ts';
import { specialProcedure } from '../special-procedure.ts';
import { hearing } from './hearing.ts';
import { hearingRules } from './rules.ts';
import { hearingsOf, isOpen } from './standing.ts';
import { HEARING_GROUNDS, type Party } from './words.ts';

type Asked = { readonly row: { readonly id: string } };
const HEAD = { 'cases.head': 'department' } as const;
const told = (who: Party['who']): Party => ({ who, askedAt: null, waivedAt: null });

/**
 * 告知听证权利 — before the decision, in writing, to the applicant and to all others with great interests in it; from this day
 * they have five working days to ask (行政许可法 47). The clocks go on: only a hearing itself is not counted.
 */
export const tellHearingRight = action(caseFile, {
  name: 'tell-hearing-right',
  title: '告知听证权利',
  about:
    '作出决定前书面告知申请人、利害关系人享有要求听证的权利；被告知之日起五个工作日内可以提出，期满前或者要求的听证结束前不作出决定',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', ...HEAD },
  from: ['accepted'],
  to: ['accepted'],
  input: Type.Object({
    ground: oneOf(HEARING_GROUNDS, '告知情形'),
    reason: Reason('涉及的重大利益关系或者规定'),
    noticeNumber: Type.String({
      title: '听证权利告知书文号',
      minLength: 2,
      maxLength: 60,
      pattern: '\\S',
    }),
    interested: Type.Optional(
      Type.String({
        title: '告知的利害关系人（姓名或名称，逐个写明）',
        minLength: 1,
        maxLength: 2000,
        pattern: '\\S',
        keep: 'never',
      }),
    ),
  }),
  needs: {
    hearings: hearingsOf,
    earlier: rows(specialProcedure, ({ row }: Asked) => ({ caseId: row.id })),
    tree: holding(organisationTree),
    calendar: calendarNow,
    rules: settingNow(hearingRules),
  },
  decide({ caseFile: mine, input, hearings, earlier, tree, calendar, rules, by, now }) {
    if (hearings.some(isOpen)) refuse('cases.hearing-told');
    if (earlier.some((each) => each.kind === 'hearing' && each.state === 'under-way'))
      refuse('cases.procedure-under-way', { kind: '听证' });
    if (hearings.length > 0 && permit(HEAD, by, mine, tree) !== 'allowed')
      refuse('cases.procedure-again', { kind: '听证权利告知' });
    refuseNoticeUsed({ caseFile: mine, procedures: earlier, hearings }, input.noticeNumber);
    if (input.ground === 'great-interests' && input.interested === undefined)
      refuse('cases.hearing-interested', {}, { fields: [{ path: 'interested', message: '请逐个写明' }] });
    const isOthersToo = input.interested !== undefined;
    return [
      {
        state: 'accepted',
        hearing: {
          toldAt: now,
          dayToldAt: null,
          heldAt: null,
          minutes: null,
          waivers: mine.hearing?.waivers ?? [],
        },
      },
      create(hearing, {
        state: 'told',
        caseId: mine.id,
        caseNumber: mine.number,
        itemName: mine.itemName,
        department: mine.department,
        place: mine.place,
        applicant: mine.applicant,
        ground: input.ground,
        reason: input.reason,
        noticeNumber: input.noticeNumber.trim(),
        interested: input.interested === undefined ? null : { plain: input.interested.trim() },
        toldAt: now,
        toldBy: by.id,
        askDays: rules.askWithinDays,
        askBy: addWorkingDays(calendar, dayOf(now), rules.askWithinDays),
        parties: [told('applicant'), ...(isOthersToo ? [told('interested')] : [])],
      }),
    ];
  },
});
