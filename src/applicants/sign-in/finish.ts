import * as client from 'openid-client';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_MINUTE } from '#lib/time.ts';
import { digestOf } from '#people/index.ts';
import { settingOf } from '#settings/index.ts';
import { closeSession, openSession } from '../session/store.ts';
import { lowestLevel, provinceClaims } from '../settings.ts';
import { admit } from './admit.ts';
import { readClaims } from './claims.ts';
import { callbackUrl, faultCode, platformOf, platformRefusal } from './platform.ts';
import { isSameText, secretsFrom } from './secrets.ts';

/** How long somebody may take over at the province's. */
export const SIGN_IN_LASTS = 10 * MS_PER_MINUTE;

/** A callback as it came: what stands after `?`, and the secret of the browser that brings it. */
export interface CameBack {
  readonly search: string;
  readonly secret: string | null;
  /** The session they had before, which ends: one browser is one person. */
  readonly before: string | null;
}
/** Somebody is signed in: the secret of the session, for the cookie, and the page they wanted. */
export interface SignedInNow {
  readonly session: string;
  readonly leadsTo: string;
}

/** Spends a begun sign-in, once; refuses one that is unknown, spent or too old. */
async function spend(app: Pick<App, 'query' | 'now'>, secret: string): Promise<string> {
  const [begun] = await app.query(
    'delete from applicant_sign_in where digest = $1 and begun_at > $2 returning leads_to',
    [digestOf(secret), instantOf(millis(app.now()) - SIGN_IN_LASTS)],
  );
  return begun ? (begun['leads_to'] as string) : refuse('applicants.sign-in-stale');
}

/** What the platform says of whoever came back: of the ID token and, where there is one, of its page about the user. */
async function claimsOf(
  app: Pick<App, 'config' | 'log'>,
  search: string,
  secret: string,
): Promise<Readonly<Record<string, unknown>>> {
  const platform = await platformOf(app);
  const { state, nonce, verifier } = secretsFrom(secret);
  const cameTo = callbackUrl(app);
  cameTo.search = search;
  try {
    const tokens = await client.authorizationCodeGrant(platform, cameTo, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims()!;
    if (platform.serverMetadata().userinfo_endpoint === undefined) return claims;
    return { ...claims, ...(await client.fetchUserInfo(platform, tokens.access_token, claims.sub)) };
  } catch (error) {
    const refusal = platformRefusal(error);
    app.log.warn('applicants.sign-in-failed', { refusal: refusal.code, code: faultCode(error) });
    throw refusal;
  }
}

/**
 * Ends a sign-in that `beginSignIn` began in the same browser. The state is compared before anything is spent, so that a
 * foreign page cannot end it by leading the browser here.
 */
export async function finishSignIn(app: App, { search, secret, before }: CameBack): Promise<SignedInNow> {
  const state = new URLSearchParams(search).get('state') ?? '';
  if (secret === null || !isSameText(state, secretsFrom(secret).state))
    return refuse('applicants.sign-in-stale');
  const leadsTo = await spend(app, secret);
  const claims = await claimsOf(app, search, secret);
  const told = readClaims(claims, settingOf(app, provinceClaims), settingOf(app, lowestLevel));
  const { id } = await admit(app, told);
  if (before !== null) await closeSession(app.query, before);
  return { session: await openSession(app, { applicant: id, level: told.level }), leadsTo };
}
