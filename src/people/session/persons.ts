import type { Query } from '#lib/action/engine/load.ts';
import type { Grant, Person } from '#lib/action/person.ts';
import { dayOf, millis, type Instant } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { effective, holds, type HeldGrant } from '../grants.ts';
import { SELF, STAFF } from '../roles.ts';
import { findSession, isAlive, touchSession } from './store.ts';
import { TOUCH } from './settings.ts';

const staff: Grant = { role: STAFF, scope: '' };

/** Somebody signed in: what they were granted and holds today, being staff, and being themselves. */
export const personOf = (
  {
    account,
    name,
    grants,
  }: { readonly account: string; readonly name: string; readonly grants: readonly HeldGrant[] },
  now: Instant,
): Person => ({
  id: account,
  name,
  grants: [...effective(grants, dayOf(now)), staff, { role: SELF, scope: account }],
});

/** The person of a living session, noting that it was seen unless quiet; null when it is unknown or has ended. */
export async function personOfSession(
  query: Query,
  digest: string,
  { now, isQuiet }: { readonly now: Instant; readonly isQuiet: boolean },
): Promise<Person | null> {
  const session = await findSession(query, digest);
  if (!session || !isAlive(session, now)) return null;
  if (!isQuiet && millis(now) - millis(session.seenAt) >= TOUCH) await touchSession(query, digest, now);
  return personOf(session, now);
}

interface FoundToken {
  readonly id: string;
  readonly number: string;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly accountState: string | null;
  readonly accountGrants: readonly HeldGrant[] | null;
  readonly roles: readonly string[];
  readonly scope: string;
}

/**
 * The person of a valid token; null for any other. A token of an account gives what it says *and* the account still
 * has; it is not `people.self`, so it changes no password and issues no further token.
 */
export async function personOfToken(
  query: Query,
  digest: string,
  asked: { readonly now: Instant; readonly tree: OrganisationTree },
): Promise<Person | null> {
  const [row] = await query(
    `select t.id, t.number, t.account, t.roles, t.scope,
            a.name as "accountName", a.state as "accountState", a.grants as "accountGrants"
       from token t left join account a on a.id = t.account
      where t.digest = $1 and t.state = 'active' and t.expires_at > $2`,
    [digest, asked.now],
  );
  if (!row) return null;
  const token = row as unknown as FoundToken;
  const given = token.roles.map((role): Grant => ({ role, scope: token.scope }));
  if (token.account === null)
    return { id: token.id, name: `令牌 ${token.number}`, grants: [...given, staff] };
  if (token.accountState !== 'active') return null;
  const now = effective(token.accountGrants ?? [], dayOf(asked.now));
  const still = given.filter((each) => holds(now, each, asked.tree));
  return { id: token.account, name: token.accountName ?? '', grants: [...still, staff] };
}
