import * as client from 'openid-client';
import type { App } from '#lib/app.ts';
import { digestOf, newSecret } from '#people/index.ts';
import { settingOf } from '#settings/index.ts';
import { provinceClaims } from '../settings.ts';
import { callbackUrl, platformOf } from './platform.ts';
import { secretsFrom } from './secrets.ts';

/** Where the browser goes, and the secret that it alone keeps meanwhile. */
export interface Begun {
  readonly url: string;
  readonly secret: string;
}
const FIRST = '/mine';
/** A page of ours and nothing else: no other host, no query that a stranger wrote. */
const OWN_PATH = /^(\/[a-z0-9-]{1,60}){1,6}$/i;
const ownPath = (to: unknown): string => (typeof to === 'string' && OWN_PATH.test(to) ? to : FIRST);

/** Begins a sign-in at the province's platform: authorisation code with PKCE, bound to this browser. `to` is where it ends. */
export async function beginSignIn(
  app: Pick<App, 'config' | 'log' | 'query' | 'now' | 'held'>,
  to: unknown,
): Promise<Begun> {
  const platform = await platformOf(app);
  const secret = newSecret();
  const { state, nonce, verifier } = secretsFrom(secret);
  const url = client.buildAuthorizationUrl(platform, {
    redirect_uri: callbackUrl(app).href,
    scope: settingOf(app, provinceClaims).scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  await app.query('insert into applicant_sign_in (digest, leads_to, begun_at) values ($1, $2, $3)', [
    digestOf(secret),
    ownPath(to),
    app.now(),
  ]);
  return { url: url.href, secret };
}
