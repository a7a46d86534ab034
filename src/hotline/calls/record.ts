import { Type } from 'typebox';
import { birth } from '#lib/action/action.ts';
import { At } from '../order/fields.ts';
import { phoneColumn } from './arrive.ts';
import { call } from './call.ts';
import { Agent, Line, MaybePlace, OrderId, MAY, Phone, Recording, Reference } from './fields.ts';
import { orderOf, resultingId } from './needs.ts';
import { callPlace } from './place.ts';
import { answeredColumns, toldAt } from './times.ts';

/** 补录来电 — a call that is over, told in one go: by a telephone system that hands over its list, or by hand. */
export const recordCall = birth(call, {
  name: 'record',
  title: '补录来电',
  about: '一次登记一通已经结束的来电；没有接听时间的为未接通',
  may: MAY,
  to: ['ended', 'given-up'],
  input: Type.Object({
    line: Line,
    phone: Phone,
    arrivedAt: At('呼入时间'),
    answeredAt: Type.Optional(At('接听时间')),
    endedAt: At('结束时间'),
    agent: Agent,
    recording: Type.Optional(Recording),
    order: OrderId,
    reference: Reference,
    place: MaybePlace,
  }),
  needs: { resulting: orderOf, place: callPlace },
  decide({ input, resulting, place, now }) {
    // One source tells all of it by one clock: nothing of it may be out of order.
    const arrivedAt = toldAt(input.arrivedAt, null, now);
    const answeredAt = input.answeredAt && toldAt(input.answeredAt, arrivedAt, now, 0);
    return {
      state: answeredAt ? 'ended' : 'given-up',
      line: input.line,
      place: resulting?.place ?? place,
      phone: phoneColumn(input.phone),
      arrivedAt,
      ...(answeredAt ? answeredColumns(arrivedAt, answeredAt) : {}),
      endedAt: toldAt(input.endedAt, answeredAt ?? arrivedAt, now, 0),
      agent: input.agent ?? null,
      recording: input.recording ?? null,
      orderId: resultingId(input.order, resulting),
      reference: input.reference ?? null,
      isRecorded: true,
    };
  },
});
