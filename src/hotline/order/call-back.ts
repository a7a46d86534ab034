import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Instant } from '#lib/time.ts';
import { settingNow } from '#settings/index.ts';
import { underCity } from '../city/city-clock.ts';
import { coverIn, speakerNeeds } from '../covering/cover.ts';
import { limits, type LimitTable } from '../limits.ts';
import type { StepRules } from '../step-rules.ts';
import { callBacksOf, countedOf, hasSpoken } from './called.ts';
import { answerDay, clockFor, dueColumns, promisedAnew } from './deadline.ts';
import { Note, Reason, ResultField } from './fields.ts';
import { roundIsOnTime } from './close.ts';
import { publicNoMore } from './public-words.ts';
import { mustNotHaveReplied } from './repliers.ts';
import { STEP_OVER, stepBegun, stepNeeds } from './step.ts';
import { workOrder, type CallBack, type WorkOrder } from './work-order.ts';

interface Again {
  readonly order: WorkOrder;
  readonly calendar: CalendarTable;
  readonly table: LimitTable;
  /** Of `process`: after how many reopenings, how far ahead of the city, how long a unit may take to sign. */
  readonly rules: {
    readonly reopenLimit: number;
    readonly aheadOfCityDays: number;
    readonly signWithinHours: number;
  };
  readonly steps: StepRules;
  readonly now: Instant;
}
export const againNeeds = { ...stepNeeds, table: settingNow(limits) };

/** Whether there is somebody to do it again: the unit that answered, or the desk that answered at once and dispatches now. */
export const canGoAgain = (order: Pick<WorkOrder, 'handler' | 'outcome'>): boolean =>
  order.handler !== null || order.outcome === 'direct';

/**
 * 重办 — back to the same unit under a clock of its own; after so many times it goes to a joint review instead of another
 * round. A round that was late stays late. What the office had answered itself goes to the dispatcher: now a unit must.
 */
export function again({ order, calendar, table, rules, steps, now }: Again) {
  const reopenings = (order.reopenings ?? 0) + 1;
  const begun = {
    reopenings,
    closedAt: null,
    outcome: null,
    approvedAt: null,
    askedExtension: null,
    ...publicNoMore(order),
  } as const;
  if (order.handler === null) {
    const stepping = { calendar, rules, steps, now };
    const step = stepBegun('registered', order.isUrgent, stepping);
    const promised = promisedAnew(order, answerDay(order, { table, calendar, from: now }));
    return { state: 'registered', isOnTime: null, ...step, ...begun, ...promised } as const;
  }
  const round = { calendar, aheadDays: rules.aheadOfCityDays, now };
  const timed = dueColumns(underCity(clockFor(order, table, now), order.cityDueAt, round), calendar);
  return {
    state: reopenings > rules.reopenLimit ? 'joint-review' : 'reopened',
    isOnTime: roundIsOnTime(order) ? null : false,
    ...STEP_OVER,
    ...begun,
    ...timed,
    ...promisedAnew(order, dayOf(timed.dueAt)),
  } as const;
}

/** Refuses what cannot be: solved in the words of nobody, or an answer that was already asked for, without a ground. */
function mayCall(
  order: WorkOrder,
  said: {
    readonly result: string;
    readonly solved?: boolean | undefined;
    readonly reason?: string | undefined;
  },
): void {
  if (said.result === 'not-reached' && said.solved !== undefined)
    refuse(
      'hotline.not-reached-solved',
      {},
      { fields: [{ path: 'solved', message: '未接通的不能填写是否解决' }] },
    );
  if (hasSpoken(order) && said.reason === undefined)
    refuse(
      'hotline.called-back-already',
      {},
      { fields: [{ path: 'reason', message: '请说明为什么再次回访' }] },
    );
}

/**
 * 回访 — what the caller says of it. Dissatisfied and not solved reopens the order with the same unit at once, so that
 * nothing is lost between two desks. What was said before stays: see called.ts for which of several counts.
 */
export const callBack = action(workOrder, {
  name: 'call-back',
  title: '回访',
  about:
    '登记回访结果；不满意且未解决的，退回原承办单位重办，直接答复的退回派单。同一答复再次回访须说明理由，以前的结果保留',
  may: { 'hotline.caller-back': 'place', 'hotline.supervisor': 'place' },
  from: ['replied', 'approved', 'closed'],
  to: ['replied', 'approved', 'closed', 'registered', 'reopened', 'joint-review'],
  input: Type.Object({
    result: ResultField,
    solved: Type.Optional(Type.Boolean({ title: '是否解决' })),
    note: Type.Optional(Note),
    // It stands with the call-back, covered where it must be.
    reason: Type.Optional({ ...Reason('再次回访的理由'), keep: 'never' }),
  }),
  needs: { ...againNeeds, ...speakerNeeds },
  decide({ order, input, by, now, speakers, calendar, table, rules, steps }) {
    mustNotHaveReplied(order, by);
    mayCall(order, input);
    const mine: CallBack = {
      at: now,
      result: input.result,
      solved: input.solved ?? null,
      by: by.id,
      ...(input.reason === undefined ? {} : { reason: coverIn(order, speakers).note(input.reason) }),
    };
    const callBacks = [...callBacksOf(order), mine];
    const said = { callBacks, ...countedOf(callBacks) };
    const isAgain = input.result === 'dissatisfied' && input.solved !== true && canGoAgain(order);
    if (!isAgain) return { state: order.state, ...said };
    return { ...said, ...again({ order, calendar, table: table as never, rules, steps, now }) };
  },
});

/** 重办, without a call: the caller has come back by another way. */
export const reopen = action(workOrder, {
  name: 'reopen',
  title: '重办',
  may: { 'hotline.supervisor': 'place', 'hotline.caller-back': 'place' },
  from: ['replied', 'approved', 'closed'],
  to: ['registered', 'reopened', 'joint-review'],
  input: Type.Object({ reason: Reason('重办理由') }),
  needs: againNeeds,
  when: canGoAgain,
  decide: ({ order, calendar, table, rules, steps, now }) =>
    again({ order, calendar, table: table as never, rules, steps, now }),
});
