import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { isFromCity } from './from-city.ts';

/** 上报市平台 — a reply that was looked over goes up; until then the order cannot be closed. */
export const submitUp = action(workOrder, {
  name: 'submit-up',
  title: '上报市平台',
  may: { 'hotline.gateway': 'place' },
  from: ['approved'],
  to: ['submitted'],
  input: Type.Object({ note: Type.Optional(Note) }),
  when: isFromCity,
  decide: ({ now }) => ({ state: 'submitted', submittedAt: now }),
});
