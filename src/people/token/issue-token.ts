import { SYSTEM, type Person } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { digestOf, newSecret } from '../secrets.ts';
import type { Token } from './token.ts';

export interface Wanted {
  readonly roles: readonly string[];
  /** A region's code, an organisation's id, number, name or short name; '' is the whole tenant. */
  readonly scope: string;
  readonly days: number;
  readonly name?: string;
}
export interface Issued {
  /** Shown once: the program keeps only its digest. */
  readonly token: string;
  /** The id that stands in the ledger for what is done with it. */
  readonly person: string;
  readonly roles: readonly string[];
  readonly scope: string;
  readonly expiresAt: Instant;
}
type Issuing = Pick<App, 'actions' | 'engine' | 'now'>;

/** Tokens are recognisable by their beginning, so that a leaked one is found by a search. */
const TOKEN_PREFIX = 'yc_';

/** Issues a token to a person for themselves. */
export async function issueTo(app: Issuing, by: Person, wanted: Wanted): Promise<Issued> {
  const secret = `${TOKEN_PREFIX}${newSecret()}`;
  const { name = '命令行签发', roles, scope, days } = wanted;
  const { row } = await app.engine.perform({
    action: getAction(app, 'token', 'issue'),
    id: null,
    input: { name, roles, scope, days, digest: digestOf(secret) },
    by,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  const issued = row as Token;
  return { token: secret, person: issued.account ?? issued.id, roles, scope, expiresAt: issued.expiresAt };
}

function scopeValue(tree: OrganisationTree, said: string): string {
  if (said === '' || tree.regions.has(said) || tree.organisations.has(said)) return said;
  const named = [...tree.organisations.values()].filter(
    (each) => each.isActive && [each.number, each.name, each.shortName].includes(said),
  );
  return named.length === 1 ? named[0]!.id : refuse('people.no-scope', { scope: said });
}

/** `yichuang token --role R… --scope CODE [--days N]`: by whoever may run the program on the server. */
export async function issueToken(app: Issuing & Pick<App, 'scopes'>, wanted: Wanted): Promise<Issued> {
  const scope = scopeValue(app.scopes() as OrganisationTree, wanted.scope);
  return issueTo(app, SYSTEM, { ...wanted, scope });
}
