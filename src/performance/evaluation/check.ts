import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note } from '../fields.ts';
import { refuseOwnWork, signOff } from './duties.ts';
import { evaluation } from './evaluation.ts';

/** 核对 — by somebody who wrote none of it. */
export const checkEvaluation = action(evaluation, {
  name: 'check',
  title: '核对',
  may: { 'performance.checker': 'organisation' },
  from: ['self-scored'],
  to: ['checked'],
  input: Type.Object({ opinion: Type.Optional(Note('核对意见', 500)) }),
  decide({ evaluation: mine, input, by, now }) {
    refuseOwnWork(mine, by, '核对');
    return { state: 'checked', signOffs: [...mine.signOffs, signOff('checked', by, now, input.opinion)] };
  },
});
