import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { dayOf, MS_PER_HOUR } from '#lib/time.ts';

const AT_ONCE = 500;

async function expire(app: App): Promise<void> {
  const now = app.now();
  const found = await app.query(
    `select id from mandate where state = 'in-force' and ends_on < $1 order by ends_on limit ${AT_ONCE}`,
    [dayOf(now)],
  );
  for (const { id } of found)
    await app.engine.perform({
      action: getAction(app, 'mandate', 'expire'),
      id: id as string,
      input: {},
      by: SYSTEM,
      now,
      key: null,
      ifMatch: null,
    });
}

export const expireLoop = { name: 'applicants.expire', everyMs: MS_PER_HOUR, run: expire };
