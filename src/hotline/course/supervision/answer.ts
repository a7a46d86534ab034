import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../../order/fields.ts';
import { supervision } from './supervision.ts';

/** 回复督办 — the unit says why, and until when. */
export const answerSupervision = action(supervision, {
  name: 'answer',
  title: '回复督办',
  may: { 'hotline.handler': 'unit' },
  from: ['issued'],
  to: ['answered'],
  input: Type.Object({
    text: Type.String({ title: '回复', minLength: 2, maxLength: 5000, pattern: '\\S', keep: 'never' }),
  }),
  decide: ({ input, now }) => ({ state: 'answered', answer: input.text, answeredAt: now }),
});

/** 解除督办 — served in error, or settled by word of mouth. */
export const liftSupervision = action(supervision, {
  name: 'lift',
  title: '解除督办',
  may: { 'hotline.supervisor': 'place' },
  from: ['issued'],
  to: ['lifted'],
  input: Type.Object({ reason: Reason('解除理由') }),
  decide: () => ({ state: 'lifted' }),
});
