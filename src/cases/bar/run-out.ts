import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { performAll } from '#lib/perform-all.ts';
import { dayOf } from '#lib/time.ts';
import { applicationBar } from './application-bar.ts';

const PER_ROUND = 500;

/** 期满 — its last day is over. Whoever applies is asked by the day, not by this: it keeps the list true. */
export const runOutBar = action(applicationBar, {
  name: 'run-out',
  title: '限制期满',
  may: { 'cases.inspector': 'place' },
  hidden: true,
  from: ['barred'],
  to: ['over'],
  input: Type.Object({}),
  when: (row, now) => dayOf(now) > row.lastDay,
  decide: () => ({ state: 'over' }),
});

export async function runOutRound(app: App): Promise<void> {
  for (let isFull = true; isFull;) {
    const found = await app.query(
      `select id from application_bar where state = 'barred' and last_day < $1::date order by id limit ${PER_ROUND}`,
      [dayOf(app.now())],
    );
    const wishes = found.map(({ id }) => ({ id: id as string, input: {} }));
    isFull = (await performAll(app, runOutBar, wishes)) === PER_ROUND;
  }
}
export const runOutLoop: Loop = { name: 'cases.bars', everyMs: 3_600_000, run: runOutRound };
