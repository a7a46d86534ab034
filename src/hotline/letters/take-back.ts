import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { attached, letGo } from '../course/attached.ts';
import { endedUnanswered } from '../course/ended.ts';
import { isOurs } from '../course/ours.ts';
import { NOT_PUBLIC } from '../order/public-words.ts';
import { workOrder } from '../order/work-order.ts';
import { STATES, type OrderState } from '../order/words.ts';
import { BY_CITIZEN } from './citizen.ts';

/** 撤回来信 — by the writer, as long as nobody has answered, with what hangs on it let go. */
export const takeBackLetter = action(workOrder, {
  name: 'take-back',
  title: '撤回来信',
  hidden: true,
  may: BY_CITIZEN,
  from: ['registered', 'dispatched', 'signed', 'returned'],
  to: ['withdrawn'],
  input: Type.Object({}),
  needs: attached,
  when: isOurs,
  decide: ({ order, now, helpers, notices, relays, promises }) => [
    { state: 'withdrawn', outcome: 'withdrawn', ...endedUnanswered(order, now) },
    ...letGo({ helpers, notices, relays, promises }),
  ],
});

const ANY = Object.keys(STATES) as readonly OrderState[];

/** 撤回公开同意 — consent can be taken back at any time (个人信息保护法第十五条); what was public is public no more. */
export const withdrawConsent = action(workOrder, {
  name: 'withdraw-consent',
  title: '撤回公开同意',
  hidden: true,
  may: BY_CITIZEN,
  from: [...ANY],
  to: [...ANY],
  input: Type.Object({}),
  when: (order) => order.isPublishable === true,
  decide: ({ order }) => ({
    state: order.state,
    isPublishable: null,
    ...NOT_PUBLIC,
  }),
});
