import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import { account as accounts } from '../account/account.ts';
import type { HeldGrant } from '../grants.ts';
import { isPassword } from '../password/hashing.ts';
import { digestOf } from '../secrets.ts';
import { begin, end, failuresFrom, failuresOf, type Attempt } from './attempts.ts';
import { lockedUntil } from './lockout.ts';
import { personOf } from './persons.ts';
import { ADDRESS } from './settings.ts';
import { closeSession, openSession } from './store.ts';

export type SigningIn = Pick<App, 'query' | 'suite' | 'now' | 'announcements' | 'held' | 'log'>;
export interface Entered {
  readonly account: string;
  readonly password: string;
  /** Where from, as the connection says. */
  readonly address: string;
  /** The secret of the session they had before, which ends. */
  readonly before: string | null;
}

const nameHash = (app: SigningIn, name: string): string => app.suite.lookUp(name.toLowerCase(), 'name');

/** Refuses a name or an address that failed too often; the same words whether the account exists or not. */
async function refuseLocked(app: SigningIn, attempt: Attempt): Promise<void> {
  const until = lockedUntil(await failuresOf(app.query, attempt), attempt.at);
  const crowded = (await failuresFrom(app.query, attempt)) >= ADDRESS.failures;
  if (until === null && !crowded) return;
  await end(app.query, attempt, 'locked');
  if (until === null) refuse('lib.too-many', { seconds: ADDRESS.window / 1000 });
  const left = millis(until) - millis(attempt.at);
  refuse('people.sign-in-locked', {
    minutes: Math.ceil(left / MS_PER_MINUTE),
    seconds: Math.ceil(left / 1000),
  });
}

/** Runs `look` as an attempt on this name: counted beforehand, refused when there were too many. */
export async function attempting<T>(
  app: SigningIn,
  who: { readonly name: string; readonly address: string },
  look: (fail: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const attempt = await begin(app.query, {
    nameHash: nameHash(app, who.name),
    address: who.address,
    at: app.now(),
  });
  await refuseLocked(app, attempt);
  let hasFailed = false;
  const fail = async (): Promise<void> => {
    hasFailed = true;
    await end(app.query, attempt, 'failed');
    app.log.warn('people.sign-in-failed', { address: who.address });
  };
  try {
    const result = await look(fail);
    await end(app.query, attempt, 'succeeded');
    return result;
  } catch (error) {
    if (!hasFailed) await end(app.query, attempt, 'refused');
    throw error;
  }
}

/** Notes a success that needed no guess, so that earlier failures of this name lock nobody out. */
export async function forgive(app: SigningIn, who: { readonly name: string; readonly address: string }) {
  const at = app.now();
  const attempt = await begin(app.query, { nameHash: nameHash(app, who.name), address: who.address, at });
  await end(app.query, attempt, 'succeeded');
}

/** Ends a session here and in every process: what they remember of accounts is forgotten (see epoch.ts). */
export async function endSession(app: SigningIn, secret: string): Promise<void> {
  await closeSession(app.query, digestOf(secret));
  await app.held.refresh(['account']);
  await app.announcements.tell('held', ['account']);
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly password: string | null;
  readonly grants: readonly HeldGrant[];
}

/** Signs in: a new session (the one before ends) and the person; `people.*` refusals otherwise. */
export function signIn(
  app: SigningIn,
  entered: Entered,
): Promise<{ readonly secret: string; readonly person: Person }> {
  const name = entered.account.trim().toLowerCase();
  return attempting(app, { name, address: entered.address }, async (fail) => {
    const [row] = await app.query('select id, name, state, password, grants from account where number = $1', [
      name,
    ]);
    const found = row as unknown as Found | undefined;
    if (!(await isPassword(found?.password ?? null, entered.password)) || !found) {
      await fail();
      return refuse('people.wrong-sign-in');
    }
    // Only who knows the password learns that the account is closed.
    if (found.state !== 'active')
      refuse('people.not-active', { state: accounts.states[found.state] ?? found.state });
    if (entered.before !== null) await endSession(app, entered.before);
    const now: Instant = app.now();
    const secret = await openSession(app.query, found.id, now);
    return { secret, person: personOf({ ...found, account: found.id }, now) };
  });
}
