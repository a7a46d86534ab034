import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

/** The province's real-name platform as it stands in here: a certified OpenID provider, and the people it knows. */
export interface Platform {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /** Who sits before its page: the claims it gives of them. Null: they press cancel. */
  readonly seat: (claims: Readonly<Record<string, string>> | null) => void;
  readonly close: () => Promise<void>;
}
const CLIENT = { id: 'yichuang', secret: 'a-secret-of-the-test' };
const OF_A_PROFILE = [
  'name',
  'user_type',
  'id_type',
  'id_number',
  'auth_level',
  'corp_name',
  'uscc',
  'legal_name',
];

type Seated = { claims: Readonly<Record<string, string>> | null };

const configuration = (site: string, seated: Seated): Configuration => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${site}/sign-in/province/callback`],
      post_logout_redirect_uris: [`${site}/`],
    },
  ],
  claims: { openid: ['sub'], profile: OF_A_PROFILE, phone: ['phone_number'] },
  scopes: ['openid', 'profile', 'phone'],
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['for the test'] },
  jwks: {
    keys: [
      {
        ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
        use: 'sig',
        alg: 'RS256',
      },
    ],
  },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...seated.claims, sub: id }) }),
  // Nobody is asked whether this site may know them: that is the province's own page, not ours.
  loadExistingGrant: async (context) => {
    const { Grant } = context.oidc.provider;
    const grant = new Grant({ clientId: CLIENT.id, accountId: context.oidc.session!.accountId! });
    grant.addOIDCScope('openid profile phone');
    await grant.save();
    return grant;
  },
  ttl: { Grant: 600, Interaction: 600, Session: 600, IdToken: 600, AccessToken: 600 },
});

/** Its page: whoever is seated signs in at once, or cancels. */
async function answer(
  provider: Provider,
  seated: Seated,
  at: [IncomingMessage, ServerResponse],
): Promise<void> {
  const result = seated.claims
    ? { login: { accountId: seated.claims['sub'] ?? 'somebody' } }
    : { error: 'access_denied', error_description: 'cancelled' };
  await provider.interactionFinished(...at, result, { mergeWithLastSubmission: false });
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts it on loopback for a site at this address. */
export async function startPlatform(site: string): Promise<Platform> {
  const seated: Seated = { claims: null };
  const server = createServer();
  const issuer = await listening(server);
  const provider = new Provider(issuer, configuration(site, seated));
  const serve = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void serve(request, response);
    answer(provider, seated, [request, response]).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  return {
    issuer,
    client: CLIENT,
    seat: (claims) => {
      seated.claims = claims;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
