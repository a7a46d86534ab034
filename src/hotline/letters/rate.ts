import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { again, againNeeds, canGoAgain } from '../order/call-back.ts';
import { workOrder } from '../order/work-order.ts';
import { BY_CITIZEN } from './citizen.ts';
import { PROOFS } from './proof.ts';

/** The answer stands: the office has read it and let it go. What a unit wrote and nobody has looked over is no answer yet. */
const STANDING = ['approved', 'submitted', 'closed'] as const;

/** What the writer may say of the answer. */
export const RATINGS = { satisfied: '满意', dissatisfied: '不满意' } as const;

/**
 * 评价 — the writer's own word on the answer, once. Dissatisfied and not solved reopens the order with the same unit, as a
 * call-back does; what has gone up to the city is the city's to reopen.
 */
export const rateLetter = action(workOrder, {
  name: 'rate',
  title: '群众评价',
  hidden: true,
  may: BY_CITIZEN,
  from: [...STANDING],
  to: [...STANDING, 'registered', 'reopened', 'joint-review'],
  input: Type.Object({
    result: oneOf(RATINGS, '评价'),
    solved: Type.Optional(Type.Boolean({ title: '问题是否解决' })),
    words: Type.Optional(Type.String({ title: '补充说明', maxLength: 500, keep: 'prose' })),
    proof: Type.Optional(oneOf(PROOFS, '凭何评价')),
  }),
  needs: againNeeds,
  when: (order) => order.reply !== null && order.rating === null,
  decide({ order, input, calendar, table, rules, steps, now }) {
    // Whether it is solved is a call-back's figure; what the writer says of it stands in the entry and decides below.
    const said = { rating: input.result, ratedAt: now };
    const isAgain =
      input.result === 'dissatisfied' &&
      input.solved !== true &&
      canGoAgain(order) &&
      order.state !== 'submitted';
    if (!isAgain) return { state: order.state, ...said };
    return {
      ...said,
      ...again({ order, calendar, table: table as never, rules, steps, now }),
    };
  },
});
