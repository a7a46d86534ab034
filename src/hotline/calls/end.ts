import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { call } from './call.ts';
import { MaybeAt, MAY, OrderId, Recording } from './fields.ts';
import { orderOf, resultingId } from './needs.ts';
import { toldAt } from './times.ts';

/** 挂断 — the call is over; where its recording lies and what came of it may be told now or later. */
export const end = action(call, {
  name: 'end',
  title: '挂断',
  may: MAY,
  from: ['talking'],
  to: ['ended'],
  input: Type.Object({ endedAt: MaybeAt('结束时间'), recording: Type.Optional(Recording), order: OrderId }),
  needs: { resulting: orderOf },
  decide: ({ call: mine, input, resulting, now }) => ({
    state: 'ended',
    endedAt: toldAt(input.endedAt, mine.answeredAt, now),
    recording: input.recording ?? mine.recording,
    orderId: resultingId(input.order, resulting) ?? mine.orderId,
    place: resulting?.place ?? mine.place,
  }),
});

/** 放弃 — the caller hung up before anybody answered. */
export const giveUp = action(call, {
  name: 'give-up',
  title: '未接通',
  about: '来电人在接听前挂断',
  may: MAY,
  from: ['ringing'],
  to: ['given-up'],
  input: Type.Object({ endedAt: MaybeAt('结束时间') }),
  decide: ({ call: mine, input, now }) => ({
    state: 'given-up',
    endedAt: toldAt(input.endedAt, mine.arrivedAt, now),
  }),
});

/** 关联工单 — what came of the call. The program does it by itself for an order that was registered with its call. */
export const link = action(call, {
  name: 'link',
  title: '关联工单',
  may: { 'hotline.agent': 'place' },
  from: ['talking', 'ended'],
  to: ['talking', 'ended'],
  input: Type.Object({ order: Type.String({ title: '工单', format: 'uuid', ref: 'work-order' }) }),
  needs: { resulting: orderOf },
  decide: ({ call: mine, input, resulting }) => ({
    state: mine.state,
    orderId: resultingId(input.order, resulting),
    place: resulting?.place ?? mine.place,
  }),
});

/** 登记录音 — recordings are often ready only after the call. */
export const attachRecording = action(call, {
  name: 'attach-recording',
  title: '登记录音',
  may: { 'hotline.switchboard': 'anyone' },
  from: ['talking', 'ended'],
  to: ['talking', 'ended'],
  input: Type.Object({ recording: Recording }),
  decide: ({ call: mine, input }) => ({ state: mine.state, recording: input.recording }),
});
