import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { On, Reason } from '../fields.ts';
import { breach, MAY } from './breach.ts';

/** 信用修复 — on what ground and from which day; what was recorded stays on record. */
export const repairBreach = action(breach, {
  name: 'repair',
  title: '信用修复',
  may: MAY,
  from: ['unrepaired'],
  to: ['repaired'],
  input: Type.Object({ repairedOn: On('修复日期'), ground: Reason('修复依据') }),
  decide({ breach: mine, input, now }) {
    if (input.repairedOn < mine.occurredOn) refuse('applicants.breach-day', { why: '早于失信日期' });
    if (input.repairedOn > dayOf(now)) refuse('applicants.breach-day', { why: '还没有到' });
    return { state: 'repaired', repairedOn: input.repairedOn, endedBecause: input.ground };
  },
});

/** 撤销失信记录 — recorded of the wrong one, or set aside by a court: as if it had never been. */
export const annulBreach = action(breach, {
  name: 'annul',
  title: '撤销失信记录',
  may: MAY,
  from: ['unrepaired', 'repaired'],
  to: ['annulled'],
  input: Type.Object({ ground: Reason('撤销依据') }),
  decide: ({ input }) => ({ state: 'annulled', endedBecause: input.ground }),
});
