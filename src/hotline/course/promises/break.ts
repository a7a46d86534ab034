import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { addDays, dayOf, startOfDay, type Day, type Instant } from '#lib/time.ts';
import { performAll } from '#lib/perform-all.ts';
import { promise } from './promise.ts';

const PER_ROUND = 500;
/** The midnight that ends the promised day. */
const overAt = (on: Day): Instant => startOfDay(addDays(on, 1));

/** 逾期 — the day is over and nothing was said: by the clock, at the midnight it ended. */
export const breakPromise = action(promise, {
  name: 'break',
  title: '逾期未兑现',
  about: '承诺日期过后由系统标记',
  may: { 'hotline.supervisor': 'place' },
  hidden: true,
  from: ['open'],
  to: ['broken'],
  input: Type.Object({}),
  when: (row, now) => now >= overAt(row.promisedOn),
  decide: ({ promise: row }) => ({ state: 'broken', brokenAt: overAt(row.promisedOn) }),
});

/** Marks every promise whose day is over. */
export async function breakRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id, promised_on from promise where state = 'open' and promised_on < $1::date
        order by promised_on, id limit ${PER_ROUND}`,
      [dayOf(app.now())],
    );
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: {},
      at: overAt(each['promised_on'] as Day),
    }));
    isFull = (await performAll(app, breakPromise, wishes)) === PER_ROUND;
  }
}

export const promiseLoop: Loop = { name: 'hotline.promises', everyMs: 60_000, run: breakRound };
