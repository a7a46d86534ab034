import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { calendarNow } from '#calendar/index.ts';
import { DeliveryWayField, ProofField } from '../file/fields.ts';
import { At, ReceiptNumber, ResultNumber } from './fields.ts';
import { handover } from './handover.ts';
import { OPEN, receipted } from './receipt.ts';
import { RECEIPT_KINDS, RESULTS } from './words.ts';

/** 登记回执 — what the other place says of an envelope from here: taken, accepted or declined, decided. */
export const recordReceipt = action(handover, {
  name: 'record-receipt',
  title: '登记回执',
  about: '登记办理地的签收、受理、不予受理或结果回执；时间不得早于寄送和上一份回执',
  may: { 'cases.clerk': 'fromPlace' },
  from: [...OPEN, 'returned', 'declined', 'delivered'],
  to: ['received', 'accepted', 'declined', 'returned'],
  input: Type.Object({
    kind: oneOf(RECEIPT_KINDS, '回执种类'),
    at: At('回执时间'),
    number: Type.Optional(ReceiptNumber),
    note: Type.Optional(Type.String({ title: '说明或理由', minLength: 2, maxLength: 1000, pattern: '\\S' })),
    outcome: Type.Optional(oneOf(RESULTS, '结果')),
    resultNumber: Type.Optional(ResultNumber),
    resultDays: Type.Optional(Type.Integer({ title: '办理时限（工作日）', minimum: 0, maximum: 365 })),
  }),
  needs: { calendar: calendarNow },
  when: (row) => !row.isToHere,
  decide: ({ handover: mine, input, calendar, now }) =>
    receipted(
      mine,
      { ...input, number: input.number?.trim() ?? null, note: input.note?.trim() ?? null },
      { now, calendar },
    ),
});

/** 送达申请人 — the result, or the papers that came back, handed over at the counter where they were taken. */
export const handOut = action(handover, {
  name: 'hand-out',
  title: '送达申请人',
  about: '把办理地寄回的结果（或退回的材料）交给申请人',
  may: { 'cases.clerk': 'fromPlace', 'cases.deliverer': 'fromPlace' },
  from: ['returned', 'declined'],
  to: ['delivered'],
  input: Type.Object({
    way: DeliveryWayField,
    proof: ProofField,
  }),
  when: (row) => row.isFromHere && row.caseId === null,
  decide: ({ input, now }) => ({
    state: 'delivered',
    deliveredAt: now,
    handedOut: { way: input.way },
    handedTo: { plain: input.proof.trim() },
  }),
});
