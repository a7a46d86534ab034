import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { App, Credentials } from '#lib/app.ts';
import type { Person } from '#lib/action/person.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { jsonBodies } from './bodies.ts';
import { answerFault, brokenRequest } from './faults.ts';

/** JSON bodies larger than this are refused; uploads have a limit of their own. */
const LARGEST_BODY = 1024 * 1024;
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** A request's number, short enough to read out on the phone: `K7Q2-9XDM`. */
const requestNumber = (): string => {
  // 32 letters: five bits of a byte choose one without bias.
  const letters = Array.from(randomBytesPooled(8), (byte) => ALPHABET[byte & 31]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/**
 * Security headers; shared objects, because a plugin per request costs more than the request. JSON that is never drawn
 * as a page needs three of them.
 */
const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;
const PAGE_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cache-control': 'no-store',
} as const;

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** Who calls, of the staff or of the public; null for a stranger. For routes that let in by roles alone. */
export const anybodyCalling = (
  app: App,
  request: FastifyRequest,
  more: Pick<Credentials, 'isWatching'> = {},
): Promise<Person | null> =>
  app.authenticate({
    authorization: header(request, 'authorization'),
    cookie: header(request, 'cookie'),
    origin: header(request, 'origin'),
    host: header(request, 'host'),
    'x-yichuang': header(request, 'x-yichuang'),
    isChange: request.method !== 'GET' && request.method !== 'HEAD',
    ...more,
  });

/** Who of the staff calls; null for a stranger and for the public, so that what forgets to ask for a role stays closed. */
export async function callerOf(
  app: App,
  request: FastifyRequest,
  more: Pick<Credentials, 'isWatching'> = {},
): Promise<Person | null> {
  const person = await anybodyCalling(app, request, more);
  return person?.isPublic ? null : person;
}

export async function signedIn(app: App, request: FastifyRequest): Promise<Person> {
  return (await callerOf(app, request)) ?? refuse('lib.not-signed-in');
}
/** Whoever is signed in, of the public too: where the permission function decides what follows. */
export async function anybodySignedIn(app: App, request: FastifyRequest): Promise<Person> {
  return (await anybodyCalling(app, request)) ?? refuse('lib.not-signed-in');
}

/** Sends JSON that is already text. */
export const sendJson = (reply: FastifyReply, text: string | Buffer, status = 200): FastifyReply =>
  reply.code(status).headers(JSON_HEADERS).header('x-request', reply.request.id).send(text);

/**
 * The bare server: our numbering, headers, limits and faults. Fastify's own validation, coercion and removal of unknown
 * properties are switched off: input is checked once, by the declarations.
 */
export function bareServer(app: App): FastifyInstance {
  const server = fastify({
    logger: false,
    genReqId: requestNumber,
    bodyLimit: LARGEST_BODY,
    trustProxy: 'loopback',
    requestTimeout: 60_000,
    clientErrorHandler: brokenRequest,
    // What fails before a route is found (bytes in the URL that are no text) is answered in the same shape.
    frameworkErrors: (error, request, reply) => void answerFault(app.log)(error, request, reply),
    routerOptions: { maxParamLength: 200 },
  });
  jsonBodies(server);
  server.setValidatorCompiler(() => () => true);
  server.setSerializerCompiler(() => (value) => JSON.stringify(value));
  // No name that we give holds a NUL, and the database takes none: there is nothing at such an address.
  server.addHook('onRequest', (request, _reply, done) => {
    const params = Object.values((request.params ?? {}) as Readonly<Record<string, string>>);
    done(params.some((each) => each.includes('\0')) ? new Refusal('lib.not-found') : undefined);
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    if (!reply.hasHeader('x-request')) {
      // What a route says itself holds: a longer life for a hashed file, a report's own styles.
      for (const [name, value] of Object.entries(PAGE_HEADERS))
        if (!reply.hasHeader(name)) reply.header(name, value);
      reply.header('x-request', request.id);
    }
    done(null, payload);
  });
  server.setErrorHandler(answerFault(app.log));
  server.setNotFoundHandler((request, reply) =>
    answerFault(app.log)(new Refusal('lib.not-found'), request, reply),
  );
  return server;
}
