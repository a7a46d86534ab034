import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { attached, letGo } from '../course/attached.ts';
import { endedUnanswered } from '../course/ended.ts';
import { Reason } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { isFromCity } from './from-city.ts';

/** 退回市平台 — not a matter of this district, with the reason; it is not due here any more. */
export const returnToCity = action(workOrder, {
  name: 'return-to-city',
  title: '退回市平台',
  about: '不属于本区的，说明理由退回市平台',
  may: { 'hotline.gateway': 'place' },
  from: ['registered', 'returned'],
  to: ['sent-back'],
  input: Type.Object({ reason: Reason('退回理由') }),
  needs: attached,
  when: isFromCity,
  decide: ({ order, now, helpers, notices, relays, promises }) => [
    { state: 'sent-back', outcome: 'sent-back', ...endedUnanswered(order, now) },
    ...letGo({ helpers, notices, relays, promises }),
  ],
});
