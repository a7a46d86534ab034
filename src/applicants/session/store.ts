import type { Query } from '#lib/action/engine/load.ts';
import type { App } from '#lib/app.ts';
import { instantOf, millis, MS_PER_HOUR, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import { digestOf, newSecret } from '#people/index.ts';
import type { Kind, Level } from '../words.ts';

/** Limits of a citizen's session (law-and-standards §7): a hall's computer is used by whoever comes next. Milliseconds. */
const SESSION = { idle: 20 * MS_PER_MINUTE, absolute: 8 * MS_PER_HOUR } as const;
/** `seen_at` is written at most so often. */
const TOUCH = MS_PER_MINUTE;

interface Opening {
  readonly applicant: string;
  readonly level: Level;
}
/** Opens a session and answers its secret, which goes into the cookie and nowhere else. */
export async function openSession(
  { query, now }: Pick<App, 'query' | 'now'>,
  { applicant, level }: Opening,
): Promise<string> {
  const secret = newSecret();
  await query(
    'insert into applicant_session (digest, applicant, level, created_at, seen_at) values ($1, $2, $3, $4, $4)',
    [digestOf(secret), applicant, level, now()],
  );
  return secret;
}

export async function closeSession(query: Query, secret: string): Promise<void> {
  await query('delete from applicant_session where digest = $1', [digestOf(secret)]);
}

/** Who a living session belongs to. */
export interface SessionOf {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  /** As the province said at this sign-in; the applicant's own may be higher by now. */
  readonly level: Level;
  /** The day's look at it, for the idle limit. */
  readonly seenAt: Instant;
}

/** The applicant of a living session, noting that it was seen; null when it is unknown or has ended. */
export async function findSession(
  { query, now }: Pick<App, 'query' | 'now'>,
  secret: string,
): Promise<SessionOf | null> {
  const at = millis(now());
  const digest = digestOf(secret);
  const [row] = await query(
    `select a.id, a.number, a.kind, s.level, s.seen_at as "seenAt"
       from applicant_session s join applicant a on a.id = s.applicant
      where s.digest = $1 and s.seen_at > $2 and s.created_at > $3 and a.state = 'registered'`,
    [digest, instantOf(at - SESSION.idle), instantOf(at - SESSION.absolute)],
  );
  const found = (row as unknown as SessionOf | undefined) ?? null;
  if (found && at - millis(found.seenAt) >= TOUCH)
    await query('update applicant_session set seen_at = $2 where digest = $1', [digest, instantOf(at)]);
  return found;
}

/** Removes sessions that have ended and sign-ins that nobody finished. */
export async function tidySessions(
  { query, now }: Pick<App, 'query' | 'now'>,
  signInLasts: number,
): Promise<void> {
  const at = millis(now());
  await query('delete from applicant_session where created_at < $1 or seen_at < $2', [
    instantOf(at - SESSION.absolute),
    instantOf(at - SESSION.idle),
  ]);
  await query('delete from applicant_sign_in where begun_at < $1', [instantOf(at - signInLasts)]);
}
