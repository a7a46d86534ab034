import type { App } from '#lib/app.ts';
import { instantOf, millis, MS_PER_DAY, MS_PER_MINUTE } from '#lib/time.ts';

/** A client that repeats a request does so within two days (DESIGN §4). */
const KEPT_DAYS = 2;
/** Small enough that no batch of actions waits for it. */
const AT_A_TIME = 5_000;

/** Forgets the answers kept under idempotency keys of more than two days ago. */
export async function forgetOldKeys(app: Pick<App, 'query' | 'now'>): Promise<void> {
  const before = instantOf(millis(app.now()) - KEPT_DAYS * MS_PER_DAY);
  for (let gone = AT_A_TIME; gone === AT_A_TIME;) {
    const keys = await app.query(
      `delete from idempotency_key
        where key in (select key from idempotency_key where at < $1 order by at limit ${AT_A_TIME}) returning key`,
      [before],
    );
    gone = keys.length;
  }
}

export const retentionLoop = { name: 'ledger.retention', everyMs: 10 * MS_PER_MINUTE, run: forgetOldKeys };
