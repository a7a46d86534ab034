import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf, formatDay, type Day } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { caseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { DECIDING } from '../halt/agreed.ts';
import { longestGreen } from './green-rules.ts';

const OPEN = ['applied', 'received', 'correcting', 'accepted', 'suspended', 'granted'] as const;

interface Asked {
  readonly today: Day;
  readonly longest: number;
}
/** Refuses a day that is over, and one further off than the place allows. */
function refuseUntil(until: Day, { today, longest }: Asked): void {
  const last = addDays(today, longest);
  const at = (message: string) => ({ fields: [{ path: 'until', message }] });
  if (until < today) refuse('cases.green-until', { until: formatDay(until) }, at('已经过去'));
  if (until > last)
    refuse('cases.green-too-long', { longest, last: formatDay(last) }, at(`最迟${formatDay(last)}`));
}

/** 提出绿色通道 — a case to be hurried: why, and until when. Another person of the deciding department approves it. */
export const askGreen = action(caseFile, {
  name: 'ask-green',
  title: '提出绿色通道',
  about: '特事特办，写明理由和截止日期，由审批部门的另一人批准；不改变法定时限和承诺时限',
  may: { 'cases.clerk': 'place', ...DECIDING },
  from: OPEN,
  to: OPEN,
  input: Type.Object({
    reason: Reason(),
    until: Type.Unsafe<Day>(Type.String({ title: '截止日期', format: 'date' })),
  }),
  needs: { longest: settingNow(longestGreen) },
  decide({ caseFile: mine, input, longest, by, now }) {
    refuseConflict(mine, by);
    if (mine.askedGreen !== null) refuse('cases.green-pending');
    refuseUntil(input.until, { today: dayOf(now), longest });
    return {
      state: mine.state,
      askedGreen: { reason: input.reason.trim(), until: input.until, askedAt: now, askedBy: by.id },
    };
  },
});

/** 批准绿色通道 — by another person than who asked. It gives no right to more time: no clock moves. What stood before stays on record. */
export const flagGreen = action(caseFile, {
  name: 'flag-green',
  title: '批准绿色通道',
  about: '同意已提出的绿色通道；提出人不能自己批准；不改变法定时限和承诺时限',
  may: DECIDING,
  from: OPEN,
  to: OPEN,
  input: Type.Object({}),
  when: (row) => row.askedGreen !== null,
  decide({ caseFile: mine, by, now }) {
    refuseConflict(mine, by);
    const { reason, until, askedBy } = mine.askedGreen!;
    if (askedBy === by.id) refuse('cases.same-person', { first: '提出人', second: '批准人' });
    // Left lying until its day was over it would hurry nothing.
    if (until < dayOf(now)) refuse('cases.green-until', { until: formatDay(until) });
    return {
      state: mine.state,
      isGreen: true,
      askedGreen: null,
      green: { reason, approver: by.name, approvedBy: by.id, askedBy, until, at: now },
      greenBefore: mine.green === null ? mine.greenBefore : [...(mine.greenBefore ?? []), mine.green],
    };
  },
});

/** 不同意绿色通道 — also for whoever asked by mistake. */
export const declineGreen = action(caseFile, {
  name: 'decline-green',
  title: '不同意绿色通道',
  about: '不同意已提出的绿色通道，或由提出人收回',
  may: { 'cases.clerk': 'place', ...DECIDING },
  from: OPEN,
  to: OPEN,
  input: Type.Object({ reason: Reason() }),
  when: (row) => row.askedGreen !== null,
  decide({ caseFile: mine, by }) {
    refuseConflict(mine, by);
    return { state: mine.state, askedGreen: null };
  },
});
