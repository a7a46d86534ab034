import type { App } from '#lib/app.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { dropAnchor } from './anchor.ts';
import { sealRound } from './seal.ts';

/** Seals everything there is, in rounds; each remembered outside the database once it is committed. */
export async function sealAll(app: App): Promise<void> {
  for (;;) {
    const block = await inTransaction(app.db, (query) =>
      sealRound(query, { suite: app.suite, now: app.now() }),
    );
    if (block === null) return;
    if (!dropAnchor(app.config.dataDirectory, block))
      app.log.warn('ledger.anchor-is-higher', { height: block.height });
  }
}
