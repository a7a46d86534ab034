import { Type } from 'typebox';
import { create, type Write } from '#lib/action/action.ts';
import { day, instant, integer, text, uuid } from '#lib/action/column.ts';
import { noun } from '#lib/action/noun.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, formatDay, isDay, type Day, type Instant } from '#lib/time.ts';

/** 承诺 — a date given in a reply; it has a clock of its own, apart from the order's, which the reply has stopped. */
export const promise = noun({
  name: 'promise',
  as: 'promise',
  path: 'promises',
  title: '答复承诺',
  states: {
    open: '待兑现',
    kept: '按期兑现',
    broken: '逾期未兑现',
    'made-good': '逾期兑现',
    dropped: '已取消',
  },
  columns: {
    orderId: uuid('工单'),
    orderNumber: text('工单编号'),
    place: text('所在区划').measured(),
    unit: uuid('承办单位').measured(),
    text: text('承诺事项'),
    promisedAt: instant('承诺时间').measured(),
    firstOn: day('最初承诺日期'),
    promisedOn: day('承诺日期').measured(),
    postponements: integer('改期次数').orNull().measured(),
    postponedBecause: text('改期理由').orNull(),
    fulfilledAt: instant('兑现时间').orNull().measured(),
    evidence: text('兑现说明').orNull(),
    brokenAt: instant('逾期时间').orNull().measured(),
  },
  // Files belong on the order: there it is known who may open them.
  holdsFiles: false,
  series: 'CN',
  see: {
    'hotline.handler': 'unit',
    'hotline.dispatcher': 'place',
    'hotline.supervisor': 'place',
    'hotline.caller-back': 'place',
    'ledger.auditor': 'anyone',
  },
  filters: ['state', 'orderId', 'unit', 'promisedOn'],
  searched: ['orderNumber', 'text'],
});

/** A day in a form, `2020-05-20`. */
export const DayField = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

/** 承诺, as a reply takes them: what will be done, and on which day at the latest. */
export const PromisesField = Type.Array(
  Type.Object({
    text: Type.String({ title: '承诺事项', minLength: 2, maxLength: 200, pattern: '\\S' }),
    on: DayField('承诺日期'),
  }),
  { title: '答复中承诺的事项和日期', maxItems: 10, keep: 'never' },
);

interface Promising {
  readonly order: { readonly id: string; readonly number: string; readonly place: string };
  readonly unit: string;
  readonly said: readonly { readonly text: string; readonly on: Day }[];
  readonly now: Instant;
}
/** The promises that a reply makes. Refuses a day that has gone by, or that does not exist. */
export const promisesMade = ({ order, unit, said, now }: Promising): readonly Write[] =>
  said.map(({ text: what, on }, n) => {
    if (!isDay(on) || on < dayOf(now))
      refuse(
        'hotline.promise-in-past',
        { on: isDay(on) ? formatDay(on) : on },
        { fields: [{ path: `promises.${n}.on`, message: '应为今天或以后的日期' }] },
      );
    return create(promise, {
      state: 'open',
      orderId: order.id,
      orderNumber: order.number,
      place: order.place,
      unit,
      text: what.trim(),
      promisedAt: now,
      firstOn: on,
      promisedOn: on,
    });
  });
