import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note, ResultField } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { isFromCity } from './from-city.ts';

/** 市平台回访结果 — what the caller told the city; kept beside our own call-back and never mixed with it. */
export const cityCallBack = action(workOrder, {
  name: 'city-call-back',
  title: '登记市平台回访',
  may: { 'hotline.gateway': 'place' },
  from: ['submitted', 'closed'],
  to: ['submitted', 'closed'],
  input: Type.Object({ result: ResultField, note: Type.Optional(Note) }),
  when: isFromCity,
  decide: ({ order, input, now }) => ({
    state: order.state,
    cityResult: input.result,
    cityCalledBackAt: now,
  }),
});
