import { Type } from 'typebox';
import { action, change } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { calendarNow } from '#calendar/index.ts';
import { resumed, timed } from '../clocks.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { SPECIAL_PROCEDURES } from '../words.ts';
import { hearing } from './hearing/hearing.ts';
import { isOpen } from './hearing/standing.ts';
import { specialProcedure, type SpecialProcedure } from './special-procedure.ts';

type Asked = { readonly row: Pick<SpecialProcedure, 'caseId'> };

/** 结束特别程序 — with its result. The clocks go on when none is under way any more; after the time that was told they do already. */
export const endProcedure = action(specialProcedure, {
  name: 'end',
  title: '结束特别程序',
  about:
    '登记结果；没有其他特别程序在进行的，时限自次一工作日起继续计算；超过告知时间的，已自告知时间届满起继续计算',
  may: { 'cases.approver': 'department', 'cases.decider': 'department' },
  from: ['under-way'],
  to: ['over'],
  input: Type.Object({ result: Reason('结果') }),
  needs: {
    calendar: calendarNow,
    hearings: rows(hearing, ({ row }: Asked) => ({ caseId: row.caseId })),
  },
  decide({ procedure: mine, caseFile: file, input, hearings, calendar, by, now }) {
    if (file.state !== 'accepted' && file.state !== 'suspended') refuse('cases.not-in-examination');
    refuseConflict(file, by);
    if (hearings.some((each) => isOpen(each) && each.procedure === mine.id)) refuse('cases.hearing-not-held');
    const began = { from: mine.startedAt, reason: SPECIAL_PROCEDURES[mine.kind] };
    const clocks = {
      legalClock: resumed(file.legalClock!, began, now),
      promisedClock: resumed(file.promisedClock!, began, now),
    };
    return [
      { state: 'over', result: input.result, endedAt: now, endedBy: by.id },
      change(caseFile, file, {
        openProcedures: Math.max(0, (file.openProcedures ?? 1) - 1),
        ...timed(clocks, calendar),
      }),
    ];
  },
});
