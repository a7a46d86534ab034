import { Type } from 'typebox';
import { action, type Action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { assistance } from '../order/assistance.ts';
import { ENDED } from '../order/words.ts';
import { performAll } from '#lib/perform-all.ts';
import { relay } from './relay.ts';

const PER_ROUND = 500;
const MAY = { 'hotline.supervisor': 'place' } as const;

/** 协办失效 — the order was closed on the lead's answer alone; nobody waits for the help any more. */
export const lapseAssistance = action(assistance, {
  name: 'lapse',
  title: '协办失效',
  about: '工单已办结，由系统解除未回复的协办',
  may: MAY,
  hidden: true,
  from: ['asked'],
  to: ['released'],
  input: Type.Object({}),
  decide: () => ({ state: 'released' }),
});

/** 转达失效 — the order was closed without the answer to the question. */
export const lapseRelay = action(relay, {
  name: 'lapse',
  title: '转达失效',
  about: '工单已办结，由系统取消未回复的转达',
  may: MAY,
  hidden: true,
  from: ['asked'],
  to: ['dropped'],
  input: Type.Object({}),
  decide: () => ({ state: 'dropped' }),
});

const waiting = (table: string): string => `
  select a.id from ${table} a join work_order o on o.id = a.order_id
   where a.state = 'asked' and o.state = any($1::text[]) order by a.id limit ${PER_ROUND}`;

async function lapse(app: App, table: string, how: Action): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(waiting(table), [[...ENDED]]);
    isFull =
      (await performAll(
        app,
        how,
        found.map((each) => ({ id: each['id'] as string, input: {} })),
      )) === PER_ROUND;
  }
}

/**
 * Lets go what still hangs on orders that have ended. In bulk by the clock and not with the closing itself, which would
 * have to look for what is hardly ever there, ten thousand times a day.
 */
export async function looseEndsRound(app: App): Promise<void> {
  await lapse(app, 'assistance', lapseAssistance);
  await lapse(app, 'relay', lapseRelay);
}

export const looseEndsLoop: Loop = { name: 'hotline.loose-ends', everyMs: 60_000, run: looseEndsRound };
