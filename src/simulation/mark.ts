import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import type { Input } from './run/thread.ts';

/** Writes or completes the row that says "this year is simulated"; its id. */
export async function act(
  app: App,
  verb: 'begin' | 'complete',
  id: string | null,
  input: Input,
): Promise<string> {
  const { row } = await app.engine.perform({
    action: getAction(app, 'simulated-year', verb),
    id,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  return row.id;
}
