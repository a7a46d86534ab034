import { Type } from 'typebox';
import { birth, create } from '#lib/action/action.ts';
import { find } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { placeOf } from '../places.ts';
import { topicOf } from '../topics/needs.ts';
import { At, LETTER_LIMIT, OrderTypeField, Place, Topic } from '../order/fields.ts';
import { protectedCaller } from '../order/protected-caller.ts';
import { CallerField, callerColumns } from '../order/register.ts';
import { workOrder } from '../order/work-order.ts';

type Asked = { readonly input: { readonly cityNumber: string } };

/**
 * 接收市平台转办 — an order that the city's platform sends down, with its own number and its own limit. One number is one
 * order: what comes twice is pointed to the first. 举报 is confidential here as everywhere.
 */
export const receive = birth(workOrder, {
  name: 'receive',
  title: '接收市平台转办',
  about: '接收市平台下派的工单；市平台单号不得重复，内部期限早于市平台期限',
  may: { 'hotline.gateway': 'place' },
  to: ['registered'],
  input: Type.Object({
    cityNumber: Type.String({ title: '市平台单号', minLength: 1, maxLength: 60, pattern: '^\\S+$' }),
    cityDueAt: At('市平台期限'),
    type: OrderTypeField,
    topic: Topic,
    place: Place,
    title: Type.String({ title: '标题', minLength: 2, maxLength: 100, pattern: '\\S' }),
    text: Type.String({
      title: '内容',
      minLength: 2,
      maxLength: LETTER_LIMIT,
      pattern: '\\S',
      keep: 'never',
    }),
    caller: Type.Optional(CallerField),
    isConfidential: Type.Optional(Type.Boolean({ title: '要求保密' })),
    isUrgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  }),
  needs: {
    place: placeOf,
    topic: topicOf,
    known: find(workOrder, ({ input }: Asked) => ({ cityNumber: input.cityNumber })),
  },
  decide({ input, place, topic, known, now, id }) {
    if (known) refuse('hotline.city-known', { cityNumber: input.cityNumber, number: known.number });
    const { name, phone, address } = callerColumns(input.caller);
    const isKnown = name !== null || phone !== null || address !== null;
    const isConfidential = input.isConfidential === true || input.type === 'report';
    const order = {
      id: id(0),
      state: 'registered',
      channel: 'city',
      type: input.type,
      topic,
      place: place.code,
      title: input.title.trim(),
      text: input.text,
      isAnonymous: isKnown ? null : true,
      isConfidential: isConfidential ? true : null,
      isUrgent: input.isUrgent === true ? true : null,
      registeredAt: now,
      cityNumber: input.cityNumber,
      cityDueAt: input.cityDueAt,
      isFromCity: true,
    } as const;
    if (!isConfidential) return { ...order, callerName: name, callerPhone: phone, address };
    if (!isKnown) return order;
    const caller = { state: 'kept', orderId: id(0), place: place.code, name, phone, address } as const;
    return [order, create(protectedCaller, caller)];
  },
});
