import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { described } from '../session/routes.ts';
import { Scope } from '../fields.ts';
import { Days, Purpose, Roles } from './issue.ts';
import { issueTo } from './issue-token.ts';

const Wanted = Type.Object({ name: Purpose, roles: Roles, scope: Scope, days: Days });

/** `POST /api/tokens` issues a token to oneself; the token stands in this one answer and nowhere else. */
export function tokenRoutes(server: FastifyInstance, app: App): void {
  server.post('/api/tokens', described('签发访问令牌', Wanted), async (request, reply) => {
    const by = await signedIn(app, request);
    return reply.code(201).send(await issueTo(app, by, validated(Wanted, request.body ?? {})));
  });
}
