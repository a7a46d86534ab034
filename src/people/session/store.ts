import type { Query } from '#lib/action/engine/load.ts';
import { instantOf, millis, type Instant } from '#lib/time.ts';
import type { HeldGrant } from '../grants.ts';
import { digestOf, newSecret } from '../secrets.ts';
import { SESSION } from './settings.ts';

/** A session as found, with what of its account decides whether it still holds. */
export interface FoundSession {
  readonly account: string;
  readonly name: string;
  readonly state: string;
  readonly grants: readonly HeldGrant[];
  readonly passwordSetAt: Instant | null;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
}

/** Opens a session and answers its secret, which goes into the cookie and nowhere else. */
export async function openSession(query: Query, account: string, now: Instant): Promise<string> {
  const secret = newSecret();
  await query('insert into session (digest, account, created_at, seen_at) values ($1, $2, $3, $3)', [
    digestOf(secret),
    account,
    now,
  ]);
  return secret;
}

export async function closeSession(query: Query, digest: string): Promise<void> {
  await query('delete from session where digest = $1', [digest]);
}

export async function touchSession(query: Query, digest: string, now: Instant): Promise<void> {
  await query('update session set seen_at = $2 where digest = $1', [digest, now]);
}

export async function findSession(query: Query, digest: string): Promise<FoundSession | null> {
  const [row] = await query(
    `select s.account, a.name, a.state, a.grants, a.password_set_at as "passwordSetAt",
            s.created_at as "createdAt", s.seen_at as "seenAt"
       from session s join account a on a.id = s.account where s.digest = $1`,
    [digest],
  );
  return (row as unknown as FoundSession | undefined) ?? null;
}

/** When it ends at the latest, and when it ends if nothing more is done. */
const endsAt = ({ createdAt, seenAt }: Pick<FoundSession, 'createdAt' | 'seenAt'>): Instant =>
  instantOf(Math.min(millis(createdAt) + SESSION.absolute, millis(seenAt) + SESSION.idle));

/** Alive: the account may sign in, its password is older than the session, and neither limit has passed. */
export const isAlive = (session: FoundSession, now: Instant): boolean =>
  session.state === 'active' &&
  session.passwordSetAt !== null &&
  session.passwordSetAt <= session.createdAt &&
  now < endsAt(session);
