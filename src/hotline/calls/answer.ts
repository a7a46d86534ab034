import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { Person } from '#lib/action/person.ts';
import { call } from './call.ts';
import { Agent, MaybeAt, MAY } from './fields.ts';
import { answeredColumns, toldAt } from './times.ts';

const isAgent = (by: Person): boolean => by.grants.some((grant) => grant.role === 'hotline.agent');

/** 接听 — by an agent, or told by the telephone system with the agent it put through to. */
export const answer = action(call, {
  name: 'answer',
  title: '接听',
  may: MAY,
  from: ['ringing'],
  to: ['talking'],
  input: Type.Object({ answeredAt: MaybeAt('接听时间'), agent: Agent }),
  decide: ({ call: mine, input, by, now }) => ({
    state: 'talking',
    agent: input.agent ?? (isAgent(by) ? by.id : mine.agent),
    ...answeredColumns(mine.arrivedAt, toldAt(input.answeredAt, mine.arrivedAt, now)),
  }),
});
