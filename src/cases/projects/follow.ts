import { Type } from 'typebox';
import { action, change, type Write } from '#lib/action/action.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, type Day, type Instant } from '#lib/time.ts';
import { Reason } from '../file/fields.ts';
import { followUp, meeting, type FollowUp, type Meeting } from './meeting.ts';

type Asked = { readonly row: Pick<FollowUp, 'meetingId'> };
const siblings = { all: rows(followUp, ({ row }: Asked) => ({ meetingId: row.meetingId })) };

interface Ending {
  readonly mine: FollowUp;
  readonly meeting: Meeting;
  readonly all: readonly FollowUp[];
  readonly now: Instant;
}
/** With the last of them the meeting is settled. It is the root, so that two last ones settle it exactly once. */
const settled = ({ mine, meeting: held, all, now }: Ending): readonly Write[] =>
  all.some(({ id, state }) => id !== mine.id && state === 'open')
    ? []
    : [change(meeting, held, { state: 'settled', settledAt: now })];

/** 落实 — done, in time or not. */
export const completeFollowUp = action(followUp, {
  name: 'complete',
  title: '登记落实',
  may: { 'cases.approver': 'department', 'cases.decider': 'department', 'cases.clerk': 'place' },
  from: ['open'],
  to: ['done'],
  input: Type.Object({ note: Reason('落实情况') }),
  needs: siblings,
  decide: ({ followUp: mine, meeting: held, input, all, by, now }) => [
    {
      state: 'done',
      because: input.note,
      endedAt: now,
      endedBy: by.id,
      isInTime: dayOf(now) <= mine.dueOn,
    },
    ...settled({ mine, meeting: held, all, now }),
  ],
});

/** 不再办理 — what was agreed has fallen away. */
export const dropFollowUp = action(followUp, {
  name: 'drop',
  title: '不再办理',
  may: { 'cases.clerk': 'place' },
  from: ['open'],
  to: ['dropped'],
  input: Type.Object({ reason: Reason('不再办理的原因') }),
  needs: siblings,
  decide: ({ followUp: mine, meeting: held, input, all, by, now }) => [
    { state: 'dropped', because: input.reason, endedAt: now, endedBy: by.id },
    ...settled({ mine, meeting: held, all, now }),
  ],
});

/** 延长期限 — a later day, with the reason, by who keeps the meeting and not by who is late. */
export const lengthenFollowUp = action(followUp, {
  name: 'lengthen',
  title: '延长落实期限',
  may: { 'cases.clerk': 'place' },
  from: ['open'],
  to: ['open'],
  input: Type.Object({
    dueOn: Type.Unsafe<Day>(Type.String({ title: '新期限', format: 'date' })),
    reason: Reason('延长原因'),
  }),
  decide({ followUp: mine, input }) {
    const fields = [{ path: 'dueOn', message: `应晚于${formatDay(mine.dueOn)}` }];
    if (input.dueOn <= mine.dueOn) refuse('cases.follow-up-due', {}, { fields });
    const lengthened = (mine.lengthened ?? 0) + 1;
    return { state: 'open', dueOn: input.dueOn, because: input.reason, lengthened };
  },
});
