import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { attachment } from '#documents/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatChinese } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { caseFile } from '../../file/case-file.ts';
import { Reason, OwnFile } from '../../file/fields.ts';
import { refuseConflict } from '../../file/separation.ts';
import { sheetAmong } from '../../file/sheet.ts';
import { hearing, type Hearing } from './hearing.ts';
import { itsProcedure, over } from './over.ts';

type Asked = { readonly row: Pick<Hearing, 'caseId'> };

/**
 * 听证笔录 — signed by those who took part, laid with the case; with it the hearing is over, the clocks go on, and the decision
 * rests on it (行政许可法 48).
 */
export const keepMinutes = action(hearing, {
  name: 'keep-minutes',
  title: '登记听证笔录',
  about: '笔录交听证参加人确认无误后签字或者盖章；根据听证笔录作出决定；登记后时限继续计算',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', 'cases.head': 'department' },
  from: ['set'],
  to: ['held'],
  input: Type.Object({
    sheet: OwnFile('参加人签名或者盖章的听证笔录扫描件'),
    finding: Reason('听证情况和各方意见'),
  }),
  needs: {
    procedure: itsProcedure,
    attached: rows(attachment, ({ row }: Asked) => ({ subjectNoun: caseFile.name, subject: row.caseId })),
    calendar: calendarNow,
  },
  decide(given) {
    const { hearing: mine, caseFile: file, input, attached, by, now } = given;
    if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
    refuseConflict(file, by);
    const heldAt = mine.heldAt!; // A day was set.
    if (now < heldAt) refuse('cases.hearing-to-come', { at: formatChinese(heldAt) });
    const since = { at: heldAt, what: '举行听证' };
    const sheet = sheetAmong([file], { attached, name: input.sheet, purpose: '听证笔录', since });
    const kept = { heldAt, minutes: sheet.id };
    return [
      {
        state: 'held',
        minutes: sheet.id,
        finding: input.finding,
        overAt: now,
        isInTime: file.hearingDueAt === null || dayOf(heldAt) <= dayOf(file.hearingDueAt),
      },
      ...over(given, { result: '听证已举行，见听证笔录', kept }),
    ];
  },
});
