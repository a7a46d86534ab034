import { SYSTEM } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { Refusal } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_DAY } from '#lib/time.ts';
import { link } from './end.ts';
import { findUnlinked } from './unlinked-view.ts';

/** A call of yesterday whose order nobody tied to it stays as it is: a person may still do it. */
const LOOKS_BACK = MS_PER_DAY;

/** Ties calls to the orders that were registered with them, so that no agent has to say it twice. */
export async function linkCalls(app: App): Promise<void> {
  const since = instantOf(millis(app.now()) - LOOKS_BACK);
  for (const { call, order } of await findUnlinked(app, since)) {
    try {
      await app.engine.perform({
        action: link,
        id: call,
        by: SYSTEM,
        input: { order },
        now: app.now(),
        key: null,
        ifMatch: null,
      });
    } catch (fault) {
      // Somebody was quicker: the next round sees what stands.
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
}

export const linkLoop = { name: 'hotline.call-links', everyMs: 2_000, run: linkCalls };
