import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { knowledgeNamed, usedKnowledge } from '../knowledge/of-answer.ts';
import { repliersOf } from './repliers.ts';
import { STEP_OVER } from './step.ts';
import { workOrder } from './work-order.ts';

/** 直接答复 — answered on the spot, from the knowledge base where there is an entry; never dispatched, so never due. */
export const answerDirectly = action(workOrder, {
  name: 'answer-directly',
  title: '直接答复',
  may: { 'hotline.agent': 'place', 'hotline.dispatcher': 'place' },
  from: ['registered'],
  to: ['closed'],
  input: Type.Object({
    text: Type.String({ title: '答复内容', minLength: 2, maxLength: 10_000, pattern: '\\S', keep: 'never' }),
    knowledge: Type.Optional(Type.String({ title: '知识条目', format: 'uuid', ref: 'knowledge-entry' })),
  }),
  needs: { entry: knowledgeNamed, ...speakerNeeds },
  // What the city sent down is answered to the city, or given back to it; what did not satisfy once goes to a unit.
  when: (order) => order.isFromCity !== true && order.reopenings === null,
  decide: ({ order, input, entry, speakers, by, now }) => ({
    state: 'closed',
    reply: coverIn(order, speakers).answer(input.text),
    repliedAt: now,
    repliedBy: repliersOf(order, by),
    closedAt: now,
    outcome: 'direct',
    ...STEP_OVER,
    knowledge: usedKnowledge(input.knowledge, entry),
  }),
});
