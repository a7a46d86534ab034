import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { settingNow } from '#settings/index.ts';
import { redirectWords } from '../redirect-words.ts';
import { Note } from './fields.ts';
import { REDIRECTIONS } from './words.ts';
import { STEP_OVER } from './step.ts';
import { workOrder } from './work-order.ts';

/**
 * 引导告知 — what the hotline does not take is told where it belongs, with the scripted words, and counted apart; what is
 * urgent is handed to 110, 119, 120 while the caller holds. Source: 国办发〔2020〕53号.
 */
export const redirect = action(workOrder, {
  name: 'redirect',
  title: '引导告知',
  about: '不属受理范围的，按规范用语告知去向；紧急的转接 110、119、120、122',
  may: { 'hotline.agent': 'place', 'hotline.dispatcher': 'place' },
  from: ['registered'],
  to: ['redirected'],
  input: Type.Object({ to: oneOf(REDIRECTIONS, '去向'), note: Type.Optional(Note) }),
  needs: { words: settingNow(redirectWords) },
  // What the city sent down is answered to the city, or given back to it.
  when: (order) => order.isFromCity !== true,
  decide: ({ input, words, now }) => ({
    state: 'redirected',
    redirectedTo: input.to,
    redirectWords: words[input.to]!,
    ...STEP_OVER,
    closedAt: now,
    outcome: input.to === 'emergency' ? 'transferred' : 'redirected',
  }),
});
