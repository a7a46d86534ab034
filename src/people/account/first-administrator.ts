import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';
import { digestOf, newSecret } from '../secrets.ts';
import type { Account } from './account.ts';
import { invitationPath } from './invitation.ts';

/** The one-time link of the first administrator. */
export interface Invited {
  readonly account: string;
  /** Path and fragment; the address of the server goes before it. */
  readonly path: string;
  readonly expiresAt: Instant;
}
type Inviting = Pick<App, 'actions' | 'engine' | 'query' | 'now'>;
const FIRST = 'admin';

/**
 * For `serve --empty`: makes the first administrator, or a fresh link while the one before was not used. Null as soon as
 * any account has been activated: from then on people are let in by people.
 */
export async function inviteFirstAdministrator(app: Inviting): Promise<Invited | null> {
  const accounts = await app.query('select id, number, state from account', []);
  const [only] = accounts;
  if (accounts.length > 1 || (only && (only['state'] !== 'invited' || only['number'] !== FIRST))) return null;
  const secret = newSecret();
  const link = digestOf(secret);
  const grants = ['people.administrator', 'system.administrator'].map((role) => ({ role, scope: '' }));
  const [verb, input] = only
    ? ['invite', { link }]
    : ['provision', { account: FIRST, name: '管理员', grants, link, isDemo: false }];
  const { row } = await app.engine.perform({
    action: getAction(app, 'account', verb),
    id: (only?.['id'] as string | undefined) ?? null,
    input,
    by: SYSTEM,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  return { account: FIRST, path: invitationPath(secret), expiresAt: (row as Account).linkEndsAt! };
}
