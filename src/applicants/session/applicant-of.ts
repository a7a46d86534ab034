import type { FastifyRequest } from 'fastify';
import type { Person } from '#lib/action/person.ts';
import type { App, Credentials } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { APPLICANT, isOwnForm, refuseForeign } from '#people/index.ts';
import { sessionSecret } from './cookies.ts';
import { findSession, type SessionOf } from './store.ts';

type Asking = Pick<App, 'query' | 'now'>;

/** A citizen or firm that is signed in: who they are, and the person that acts for them. */
export interface SignedInApplicant extends SessionOf {
  readonly person: Person;
}

/** What they do stands in the ledger under their number: the ledger keeps names for ever. */
const signedIn = (session: SessionOf): SignedInApplicant => ({
  ...session,
  person: {
    id: session.id,
    name: `申请人 ${session.number}`,
    grants: [{ role: APPLICANT, scope: session.id }],
    isPublic: true,
  },
});

async function bySecret(app: Asking, cookie: string | undefined): Promise<SignedInApplicant | null> {
  const secret = sessionSecret(cookie);
  const session = secret === null ? null : await findSession(app, secret);
  return session && signedIn(session);
}

/**
 * Who of the public is signed in, for pages; null for nobody, also when the session has ended. Refuses a form that another
 * site sent, or that does not say where it comes from (`people.foreign-origin`).
 */
export async function applicantOf(app: Asking, request: FastifyRequest): Promise<SignedInApplicant | null> {
  const { cookie, origin, host } = request.headers;
  const isChange = request.method !== 'GET' && request.method !== 'HEAD';
  const found = await bySecret(app, cookie);
  if (found && isChange && !isOwnForm({ origin, host })) refuse('people.foreign-origin');
  return found;
}

type Authenticate = App['authenticate'];
type Authenticator = (app: Omit<App, 'authenticate'>) => Authenticate;

/**
 * The staff's authentication, and after it the public's: on the API somebody signed in with a real name is a person whose
 * one role reaches what is theirs. `authenticate: alsoApplicants(authenticator)`.
 */
export const alsoApplicants =
  (staff: Authenticator): Authenticator =>
  (app) => {
    const authenticate = staff(app);
    return async (credentials: Credentials) => {
      const person = await authenticate(credentials);
      if (person) return person;
      const found = await bySecret(app, credentials.cookie);
      if (found) refuseForeign(credentials);
      return found?.person ?? null;
    };
  };
