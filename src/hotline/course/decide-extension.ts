import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { countedColumns, dueColumns, extended, isFirstRound, promisedAnew } from '../order/deadline.ts';
import { Reason } from '../order/fields.ts';
import { WITH_UNIT } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { extensionAmount, laterDay } from './extension-amount.ts';

const MAY = { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place' } as const;
type Asked = { readonly askedExtension: unknown };
const isAsked = (order: Asked): boolean => order.askedExtension !== null;

/**
 * 批准延期 — by another person than the one who asked, and while the deadline lasts: asking stops no clock, and a
 * deadline that has passed is a fact which nobody heals afterwards, the office that let the application lie as little as
 * the city. Granted in time it counts from the old deadline; the deadline the year counts by moves with it in the first
 * round only, and the day that the writer of a letter was told by as many days.
 */
export const grantExtension = action(workOrder, {
  name: 'grant-extension',
  title: '批准延期',
  may: MAY,
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({}),
  needs: { calendar: calendarNow },
  when: isAsked,
  decide({ order, calendar, by, now }) {
    const { days, reason, askedBy } = order.askedExtension!;
    if (askedBy === by.id) refuse('hotline.own-application');
    if (order.dueAt !== null && now > order.dueAt)
      refuse('hotline.extension-lapsed', { dueAt: formatChinese(order.dueAt) });
    const clock = order.clock ?? refuse('hotline.clock-stands');
    const amount = extensionAmount(days, clock.limit.unit, calendar);
    const timed = dueColumns(extended(clock, { amount, reason, approvedAt: now }), calendar);
    if (order.cityDueAt !== null && timed.dueAt > order.cityDueAt)
      refuse('hotline.beyond-city', { cityDueAt: formatChinese(order.cityDueAt) });
    return {
      state: order.state,
      ...timed,
      ...(isFirstRound(order) ? countedColumns(order.registeredAt, timed.dueAt) : {}),
      ...promisedAnew(order, laterDay(order.answerPromisedOn, days, { unit: clock.limit.unit, calendar })),
      askedExtension: null,
      extensions: (order.extensions ?? 0) + 1,
    };
  },
});

/** 不批准延期 — the deadline stands, passed or not; the unit may ask again while it lasts. */
export const declineExtension = action(workOrder, {
  name: 'decline-extension',
  title: '不批准延期',
  may: MAY,
  from: [...WITH_UNIT],
  to: [...WITH_UNIT],
  input: Type.Object({ reason: Reason('不批准的理由') }),
  when: isAsked,
  decide({ order, by }) {
    if (order.askedExtension!.askedBy === by.id) refuse('hotline.own-application');
    return { state: order.state, askedExtension: null };
  },
});
