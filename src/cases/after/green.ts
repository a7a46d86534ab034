import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day } from '#lib/time.ts';
import { caseFile } from '../file/case-file.ts';

const OPEN = ['applied', 'received', 'correcting', 'accepted', 'suspended', 'granted'] as const;

/** 绿色通道 — a case to be hurried, with who approved it and until when. It gives no right to more time: no clock moves. */
export const flagGreen = action(caseFile, {
  name: 'flag-green',
  title: '纳入绿色通道',
  about: '特事特办，写明理由、批准人和截止日期；不改变法定时限和承诺时限',
  may: { 'cases.clerk': 'place', 'cases.decider': 'department' },
  from: OPEN,
  to: OPEN,
  input: Type.Object({
    reason: Type.String({ title: '理由', minLength: 2, maxLength: 500, pattern: '\\S' }),
    approver: Type.String({ title: '批准人', minLength: 2, maxLength: 60, pattern: '\\S' }),
    until: Type.Unsafe<Day>(Type.String({ title: '截止日期', format: 'date' })),
  }),
  decide({ caseFile: mine, input, now }) {
    if (input.until < dayOf(now)) refuse('cases.green-until', { until: formatDay(input.until) });
    const { reason, approver, until } = input;
    return {
      state: mine.state,
      isGreen: true,
      green: { reason: reason.trim(), approver: approver.trim(), until, at: now },
    };
  },
});
