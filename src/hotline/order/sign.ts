import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { STEP_OVER } from './step.ts';
import { workOrder } from './work-order.ts';

/** 签收 — the unit has seen it. The clock has run since the dispatch all the same. */
export const sign = action(workOrder, {
  name: 'sign',
  title: '签收',
  may: { 'hotline.handler': 'handler' },
  from: ['dispatched'],
  to: ['signed'],
  input: Type.Object({}),
  decide: ({ now }) => ({ state: 'signed', signedAt: now, ...STEP_OVER }),
});
