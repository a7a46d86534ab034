import type { Action } from './action/action.ts';
import { SYSTEM } from './action/person.ts';
import type { App } from './app.ts';
import { Refusal, refusalText } from './refusal.ts';
import type { Instant } from './time.ts';

interface Wish {
  readonly id: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** When it happened, for an act of the clock; else now. */
  readonly at?: Instant;
}

/** Does one action to many rows as the system, all at once so that they share batches. */
export async function performAll(app: App, action: Action, wishes: readonly Wish[]): Promise<number> {
  const done = await Promise.all(
    wishes.map(async (wish) => {
      try {
        await app.engine.perform({ action, by: SYSTEM, now: app.now(), key: null, ifMatch: null, ...wish });
        return 1;
      } catch (fault) {
        // Somebody was quicker: the row is not what it was when it was found. Anything else is a fault.
        if (fault instanceof Refusal && refusalText(fault).status !== 503) return 0;
        throw fault;
      }
    }),
  );
  return done.reduce<number>((sum, each) => sum + each, 0);
}
