import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Words } from '../fields.ts';
import { asWriter } from './change.ts';
import { evaluation } from './evaluation.ts';

/** 逐条确认 — what only a person can establish: an item of a checklist holds or not, a state applies or not. */
export const confirmItems = action(evaluation, {
  name: 'confirm-items',
  title: '逐条确认',
  may: { 'performance.writer': 'organisation' },
  from: ['draft'],
  to: ['draft'],
  input: Type.Object({
    items: Type.Array(Type.Object({ text: Words('事项', 300), holds: Type.Boolean({ title: '是否符合' }) }), {
      title: '事项',
      minItems: 1,
      maxItems: 100,
    }),
  }),
  decide: ({ evaluation: mine, input, by }) => ({
    state: 'draft',
    confirmed: {
      ...mine.confirmed,
      ...Object.fromEntries(input.items.map((each) => [each.text, each.holds])),
    },
    writers: asWriter(mine, by),
  }),
});
