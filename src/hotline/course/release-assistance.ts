import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Reason } from '../order/fields.ts';
import { assistance } from '../order/assistance.ts';

/** 解除协办 — the help is not needed any more. */
export const releaseAssistance = action(assistance, {
  name: 'release',
  title: '解除协办',
  may: { 'hotline.dispatcher': 'place' },
  from: ['asked'],
  to: ['released'],
  input: Type.Object({ reason: Reason('解除理由') }),
  decide: () => ({ state: 'released' }),
});
