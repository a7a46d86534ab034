import * as client from 'openid-client';
import type { App } from '#lib/app.ts';
import type { Config } from '#lib/config.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { MS_PER_HOUR } from '#lib/time.ts';

const CALLBACK = '/sign-in/province/callback';
/** How far the province's clock may be from ours, and how long we wait for an answer. Seconds. */
const SKEW = 60;
const PATIENCE = 10;
/** Addresses and keys of the platform are asked for anew so often. */
const KNOWN_FOR = MS_PER_HOUR;

interface Known {
  readonly since: number;
  readonly platform: Promise<client.Configuration>;
}
const known = new WeakMap<Config, Known>();

/** Whether citizens can sign in here at all. */
export const isSignInOffered = ({ config }: Pick<App, 'config'>): boolean =>
  config.signInIssuer !== undefined;

/** The configuration lets an open line only to this machine; the library wants it said for every request. */
const execute = (issuer: URL) => (issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []);

/** The secret goes as the platform takes it; the standard's own way where it says nothing. */
const clientSecret = (secret: string): client.ClientAuth => {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (ways.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
};

function discover(config: Config): Promise<client.Configuration> {
  const issuer = new URL(config.signInIssuer ?? refuse('applicants.sign-in-not-offered'));
  return client.discovery(
    issuer,
    config.signInClient!,
    { [client.clockTolerance]: SKEW },
    clientSecret(config.signInSecret!),
    { execute: execute(issuer), timeout: PATIENCE },
  );
}

/** The platform as it describes itself, remembered for an hour; a failed look is not remembered. */
export async function platformOf({
  config,
  log,
}: Pick<App, 'config' | 'log'>): Promise<client.Configuration> {
  const before = known.get(config);
  const now = performance.now();
  if (before && now - before.since < KNOWN_FOR) return before.platform;
  if (config.signInIssuer === undefined) return refuse('applicants.sign-in-not-offered');
  const platform = discover(config);
  known.set(config, { since: now, platform });
  try {
    return await platform;
  } catch (error) {
    known.delete(config);
    log.warn('applicants.platform-away', { code: faultCode(error) });
    return refuse('applicants.platform-away');
  }
}

export const callbackUrl = ({ config }: Pick<App, 'config'>): URL => new URL(CALLBACK, config.publicUrl);

/** A short word for the log; messages of the library may quote what the platform sent, and that is somebody's. */
export const faultCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

const isAway = (error: unknown): boolean =>
  error instanceof TypeError ||
  ['OAUTH_TIMEOUT', 'OAUTH_ABORT'].includes(faultCode(error)) ||
  (error instanceof client.ResponseBodyError && error.status >= 500);

/** What a fault between us and the platform means for the person. */
export function platformRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied')
    return new Refusal('applicants.sign-in-cancelled');
  return new Refusal(isAway(error) ? 'applicants.platform-away' : 'applicants.sign-in-refused');
}
