import type { App } from '#lib/app.ts';
import { instantOf, millis, MS_PER_DAY, MS_PER_HOUR } from '#lib/time.ts';
import { ATTEMPTS_KEPT_DAYS, SESSION } from './settings.ts';

/** Removes sessions that have ended and attempts nobody may ask for any more. */
async function tidy(app: Pick<App, 'query' | 'now'>): Promise<void> {
  const now = millis(app.now());
  await app.query('delete from session where created_at < $1 or seen_at < $2', [
    instantOf(now - SESSION.absolute),
    instantOf(now - SESSION.idle),
  ]);
  await app.query('delete from sign_in_attempt where at < $1', [
    instantOf(now - ATTEMPTS_KEPT_DAYS * MS_PER_DAY),
  ]);
}

export const tidyLoop = { name: 'people.tidy', everyMs: MS_PER_HOUR, run: tidy };
