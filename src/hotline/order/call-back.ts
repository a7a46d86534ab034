import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { calendarNow, type CalendarTable } from '#calendar/index.ts';
import type { Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { underCity } from '../city/city-clock.ts';
import { limits, type LimitTable } from '../limits.ts';
import { process } from '../process.ts';
import { clockFor, dueColumns } from './deadline.ts';
import { Note, Reason, ResultField } from './fields.ts';
import { roundIsOnTime } from './close.ts';
import { workOrder, type WorkOrder } from './work-order.ts';

interface Again {
  readonly order: WorkOrder;
  readonly calendar: CalendarTable;
  readonly table: LimitTable;
  /** Of `process`: after how many reopenings, and how far ahead of the city. */
  readonly rules: { readonly reopenLimit: number; readonly aheadOfCityDays: number };
  readonly now: Instant;
}
/**
 * 重办 — back to the same unit under a clock of its own; after so many times it goes to a joint review instead of another
 * round. A round that was late stays late.
 */
export function again({ order, calendar, table, rules, now }: Again) {
  const reopenings = (order.reopenings ?? 0) + 1;
  const round = { calendar, aheadDays: rules.aheadOfCityDays, now };
  return {
    state: reopenings > rules.reopenLimit ? 'joint-review' : 'reopened',
    reopenings,
    closedAt: null,
    outcome: null,
    isOnTime: roundIsOnTime(order) ? null : false,
    askedExtension: null,
    ...dueColumns(underCity(clockFor(order, table, now), order.cityDueAt, round), calendar),
  } as const;
}

/**
 * 回访 — what the caller says of it. Dissatisfied and not solved reopens the order with the same unit at once, so that
 * nothing is lost between two desks.
 */
export const callBack = action(workOrder, {
  name: 'call-back',
  title: '回访',
  about: '登记回访结果；不满意且未解决的，退回原承办单位重办',
  may: { 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  from: ['replied', 'approved', 'closed'],
  to: ['replied', 'approved', 'closed', 'reopened', 'joint-review'],
  input: Type.Object({
    result: ResultField,
    solved: Type.Optional(Type.Boolean({ title: '是否解决' })),
    note: Type.Optional(Note),
  }),
  needs: { calendar: calendarNow, table: settingNow(limits), rules: settingNow(process) },
  decide({ order, input, calendar, table, rules, now }) {
    const said = {
      calledBackAt: now,
      callBackResult: input.result,
      isSolved: input.solved ?? null,
    };
    const isAgain = input.result === 'dissatisfied' && input.solved !== true && order.handler !== null;
    if (!isAgain) return { state: order.state, ...said };
    return {
      ...said,
      ...again({ order, calendar, table: table as never, rules: rules as never, now }),
    };
  },
});

/** 重办, without a call: the caller has come back by another way. */
export const reopen = action(workOrder, {
  name: 'reopen',
  title: '重办',
  may: { 'hotline.supervisor': 'place', 'hotline.caller-back': 'place' },
  from: ['replied', 'approved', 'closed'],
  to: ['reopened', 'joint-review'],
  input: Type.Object({ reason: Reason('重办理由') }),
  needs: { calendar: calendarNow, table: settingNow(limits), rules: settingNow(process) },
  when: (order) => order.handler !== null,
  decide: ({ order, calendar, table, rules, now }) =>
    again({ order, calendar, table: table as never, rules: rules as never, now }),
});
