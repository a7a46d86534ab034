import { calendarOf } from '#calendar/index.ts';
import type { App } from '#lib/app.ts';
import type { Loop } from '#lib/module.ts';
import { dayOf } from '#lib/time.ts';
import { settingOf } from '#settings/index.ts';
import { WITH_UNIT } from '../../order/words.ts';
import { performAll } from '#lib/perform-all.ts';
import { ladder, reachedBefore } from './ladder.ts';
import { escalate } from './supervise.ts';

const PER_ROUND = 500;

/** Open orders and the highest rung each has reached and not been taken to, in one statement. */
const DUE = `
  select o.id, max(rung.level)::int as level
    from unnest($1::int[], $2::timestamptz[]) as rung(level, before)
    join work_order o on o.due_at < rung.before
   where o.closed_at is null and o.due_at is not null and o.handler is not null and o.state = any($3::text[])
     and rung.level > case
       when o.supervised_at >= greatest((o.clock ->> 'startAt')::timestamptz,
         (select max((e ->> 'approvedAt')::timestamptz) from jsonb_array_elements(o.clock -> 'extensions') e))
       then coalesce(o.supervision, 0) else 0 end
   group by o.id order by o.id limit ${PER_ROUND}`;

/** One round of the ladder; a round that was full goes on at once. */
export async function superviseRound(app: App): Promise<void> {
  const { steps } = settingOf(app, ladder);
  const today = dayOf(app.now());
  const calendar = calendarOf(app);
  const before = steps.map((each) => reachedBefore(each.workingDays, today, calendar));
  const levels = steps.map((_, n) => n + 1);
  for (let isFull = true; isFull;) {
    const found = await app.query(DUE, [levels, before, [...WITH_UNIT]]);
    const wishes = found.map((each) => ({
      id: each['id'] as string,
      input: { level: each['level'] as number },
    }));
    const done = await performAll(app, escalate, wishes);
    // Where nothing could be done the same would be found again: the next minute tries anew.
    isFull = found.length === PER_ROUND && done > 0;
  }
}

export const supervisionLoop: Loop = { name: 'hotline.supervision', everyMs: 60_000, run: superviseRound };
