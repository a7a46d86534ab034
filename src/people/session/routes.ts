import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type TSchema } from 'typebox';
import type { App } from '#lib/app.ts';
import { callerOf, signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { Password } from '../fields.ts';
import { cookieValue, setCookie } from './cookie.ts';
import { isOwnOrigin } from './origin.ts';
import { ADDRESS } from './settings.ts';
import { endSession, signIn } from './sign-in.ts';
import { whoIs, type Who } from './who.ts';

const Entry = Type.Object({
  account: Type.String({ title: '账号', minLength: 1, maxLength: 64 }),
  password: Password('密码'),
});

/** For the OpenAPI document. */
export const described = (summary: string, body?: TSchema) => ({
  schema: { tags: ['登录'], summary, ...(body ? { body } : {}) },
});

const leave = (reply: FastifyReply, request: FastifyRequest, value: string | null): FastifyReply =>
  reply.header('set-cookie', setCookie(value, request.protocol === 'https'));

/** Refuses a form of another site: with no session yet there is no cookie to protect, but a caller to confuse. */
export function refuseForeignPage({ headers }: FastifyRequest): void {
  if (!isOwnOrigin({ origin: headers.origin, host: headers.host })) refuse('people.foreign-origin');
}

/** Sixty attempts a minute and address; the answer in the shape of every other. */
export const limitRate = async (server: FastifyInstance): Promise<void> => {
  await server.register(rateLimit, {
    max: ADDRESS.perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
};

/** `POST /api/session` signs in, `GET` says who, `DELETE` signs out. */
export function sessionRoutes(server: FastifyInstance, app: App): void {
  void server.register(async (scope) => {
    await limitRate(scope);
    scope.post('/api/session', described('登录', Entry), async (request, reply): Promise<Who> => {
      refuseForeignPage(request);
      const entered = validated<{ account: string; password: string }>(Entry, request.body ?? {});
      const before = cookieValue(request.headers.cookie);
      const { secret, person } = await signIn(app, { ...entered, address: request.ip, before });
      leave(reply, request, secret);
      return whoIs(app, person);
    });
  });
  server.get('/api/session', described('当前登录人'), async (request, reply) => {
    try {
      return await whoIs(app, await signedIn(app, request));
    } catch (error) {
      if (error instanceof Refusal && error.code === 'people.session-ended') leave(reply, request, null);
      throw error;
    }
  });
  server.delete('/api/session', described('退出登录'), async (request, reply) => {
    const secret = cookieValue(request.headers.cookie);
    // Whoever has no living session is signed out already; a foreign page may not sign anybody out.
    const caller = secret === null ? null : await callerOf(app, request).catch(endedIsNobody);
    if (caller && secret !== null) await endSession(app, secret);
    return leave(reply, request, null).code(204).send();
  });
}

function endedIsNobody(error: unknown): null {
  if (error instanceof Refusal && error.code === 'people.session-ended') return null;
  throw error;
}
