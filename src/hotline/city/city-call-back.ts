import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { Note, ResultField } from '../order/fields.ts';
import { callBacksOf, cityCountedOf } from '../order/called.ts';
import { workOrder, type CallBack, type WorkOrder } from '../order/work-order.ts';
import { isFromCity } from './from-city.ts';

/** The city's result of an order from before they were kept one by one. */
const toldBefore = (order: WorkOrder): readonly CallBack[] =>
  order.cityResult === null ||
  order.cityCalledBackAt === null ||
  order.callBacks?.some((each) => each.isFromCity)
    ? []
    : [{ at: order.cityCalledBackAt, result: order.cityResult, solved: null, by: '', isFromCity: true }];

/**
 * 市平台回访结果 — what the caller told the city; kept beside our own call-back and never mixed with it. Of several the same
 * one counts as of ours (see called.ts).
 */
export const cityCallBack = action(workOrder, {
  name: 'city-call-back',
  title: '登记市平台回访',
  may: { 'hotline.gateway': 'place' },
  from: ['submitted', 'closed'],
  to: ['submitted', 'closed'],
  input: Type.Object({ result: ResultField, note: Type.Optional(Note) }),
  when: isFromCity,
  decide({ order, input, by, now }) {
    const told: CallBack = { at: now, result: input.result, solved: null, by: by.id, isFromCity: true };
    const callBacks = [...callBacksOf(order), ...toldBefore(order), told];
    return { state: order.state, callBacks, ...cityCountedOf(callBacks) };
  },
});
