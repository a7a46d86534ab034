import type { Held } from '#lib/action/need.ts';
import type { Person } from '#lib/action/person.ts';
import type { App, Credentials } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { millis } from '#lib/time.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { declareRoles } from '../roles.ts';
import { digestOf } from '../secrets.ts';
import { cookieValue } from './cookie.ts';
import { accountEpoch } from './epoch.ts';
import { refuseForeign } from './origin.ts';
import { personOfSession, personOfToken } from './persons.ts';
import { CACHE } from './settings.ts';

interface Remembered {
  readonly person: Person;
  readonly at: number;
  readonly epoch: unknown;
}
type Parts = Omit<App, 'authenticate'>;

const BEARER = /^Bearer +(\S{1,200})$/i;

/** Finds a person by the digest of what they showed, remembering the answer for at most five seconds. */
function remembering(app: Parts, find: (digest: string, isQuiet: boolean) => Promise<Person | null>) {
  const known = new Map<string, Remembered>();
  const epoch = (): unknown => app.held.value(accountEpoch as Held<unknown>);
  return async (secret: string, isQuiet: boolean): Promise<Person | null> => {
    const digest = digestOf(secret);
    const before = known.get(digest);
    const at = millis(app.now());
    if (before && before.epoch === epoch() && at - before.at < CACHE.lasts) return before.person;
    // Read before the database is: a change that comes meanwhile makes what we read too old to keep.
    const current = epoch();
    const person = await find(digest, isQuiet);
    if (known.size >= CACHE.most) known.clear();
    if (person) known.set(digest, { person, at, epoch: current });
    else known.delete(digest);
    return person;
  };
}

/**
 * Who is calling, by bearer token or cookie; null when there is neither. Throws `people.bad-token`,
 * `people.session-ended` (401) and `people.foreign-origin` (403).
 */
export function authenticator(app: Parts): App['authenticate'] {
  declareRoles(app.modules);
  const byToken = remembering(app, (digest) =>
    personOfToken(app.query, digest, { now: app.now(), tree: app.scopes() as OrganisationTree }),
  );
  const bySession = remembering(app, (digest, isQuiet) =>
    personOfSession(app.query, digest, { now: app.now(), isQuiet }),
  );
  return async (credentials: Credentials) => {
    const { authorization, cookie, isWatching: isQuiet = false } = credentials;
    if (authorization !== undefined) {
      const secret = BEARER.exec(authorization)?.[1];
      return (secret === undefined ? null : await byToken(secret, isQuiet)) ?? refuse('people.bad-token');
    }
    const secret = cookieValue(cookie);
    if (secret === null) return null;
    const person = (await bySession(secret, isQuiet)) ?? refuse('people.session-ended');
    refuseForeign(credentials);
    return person;
  };
}
