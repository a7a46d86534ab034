import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { oneOf } from '#lib/choice.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { calendarNow } from '#calendar/index.ts';
import { maybeOrganisationNamed } from '#organisations/index.ts';
import { settingNow } from '#settings/index.ts';
import { underCity } from '../city/city-clock.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { refuseUnread } from '../covering/cover-first.ts';
import { limits } from '../limits.ts';
import { clockFor, dueColumns, promisedAnew } from '../order/deadline.ts';
import { repliersOf } from '../order/repliers.ts';
import { roundIsOnTime } from '../order/close.ts';
import { workOrder } from '../order/work-order.ts';
import { process } from '../process.ts';

const DECISIONS = { handle: '继续办理', end: '终结，按会商结论答复' };

/**
 * 会商 — after so many rounds the units sit down together. Either one of them takes it up again under a new clock, or
 * the conclusion is the answer: then the order ends, and what the city sent goes up first.
 */
export const holdJointReview = action(workOrder, {
  name: 'hold-joint-review',
  title: '会商',
  about: '登记会商结论：指定单位继续办理，或以结论答复诉求人',
  may: { 'hotline.supervisor': 'place' },
  from: ['joint-review'],
  to: ['reopened', 'closed', 'approved'],
  input: Type.Object({
    decision: oneOf(DECISIONS, '会商决定'),
    conclusion: Type.String({
      title: '会商结论',
      minLength: 4,
      maxLength: 10_000,
      pattern: '\\S',
      keep: 'prose',
    }),
    handler: Type.Optional(Type.String({ title: '承办单位', format: 'uuid', ref: 'organisation' })),
  }),
  needs: {
    unit: maybeOrganisationNamed('handler'),
    calendar: calendarNow,
    table: settingNow(limits),
    rules: settingNow(process),
    ...speakerNeeds,
  },
  decide({ order, input, unit, speakers, calendar, table, rules, by, now }) {
    if (input.decision === 'handle') {
      const handler =
        unit?.id ??
        refuse('hotline.review-needs-unit', {}, { fields: [{ path: 'handler', message: '请选择承办单位' }] });
      if (handler !== order.handler) refuseUnread(order);
      const round = { calendar, aheadDays: rules['aheadOfCityDays'] as number, now };
      const clock = underCity(clockFor(order, table as never, now), order.cityDueAt, round);
      const timed = dueColumns(clock, calendar);
      return {
        state: 'reopened',
        handler,
        handedAt: now,
        signedAt: null,
        ...timed,
        ...promisedAnew(order, dayOf(timed.dueAt)),
      };
    }
    const answered = {
      reply: coverIn(order, speakers).answer(input.conclusion),
      repliedAt: now,
      repliedBy: repliersOf(order, by),
    };
    if (order.isFromCity === true) return { state: 'approved', approvedAt: now, ...answered };
    return {
      state: 'closed',
      ...answered,
      closedAt: now,
      outcome: 'handled',
      isOnTime: roundIsOnTime({ ...order, repliedAt: now }),
    };
  },
});
