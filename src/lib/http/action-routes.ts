import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '#lib/action/action.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { actionSchema } from './schemas.ts';
import { sendJson, anybodySignedIn } from './server.ts';
import { validated } from './validate.ts';

/** Beyond so many waiting actions a new one is told to come back: waiting longer would help nobody. */
const SHED_AT = 2_000;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The client's Idempotency-Key, checked; null when there is none. */
export function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !KEY.test(key))
    throw new Refusal(
      'lib.shape',
      {},
      { fields: [{ path: 'Idempotency-Key', message: '应为 1 至 200 个可见的英文字符' }] },
    );
  return key;
}

function versionOf(request: FastifyRequest): number | null {
  const match = request.headers['if-match'];
  if (match === undefined || match === '*') return null;
  const read = /^"?(\d{1,9})"?$/.exec(match);
  if (!read)
    throw new Refusal('lib.shape', {}, { fields: [{ path: 'If-Match', message: '应为版本号，如 "3"' }] });
  return Number(read[1]);
}

/**
 * Paths of actions under `/api`. A noun's first birth owns `POST /{nouns}`, further births are `POST /{nouns}/{name}`,
 * everything else is `POST /{nouns}/{id}/{name}`.
 */
export function actionPaths(actions: readonly Action[]): ReadonlyMap<Action, string> {
  const begun = new Set<string>();
  const pathOf = (action: Action): string => {
    if (action.from !== null) return `/${action.noun.path}/{id}/${action.name}`;
    const isFurther = begun.has(action.noun.name);
    begun.add(action.noun.name);
    return isFurther ? `/${action.noun.path}/${action.name}` : `/${action.noun.path}`;
  };
  return new Map(actions.filter((action) => !action.hidden).map((action) => [action, pathOf(action)]));
}

/** One route per action: check the input, do it, answer with the row. Births answer 201, everything else 200. */
export function actionRoutes(server: FastifyInstance, app: App): void {
  for (const [action, path] of actionPaths(app.actions)) {
    server.post(
      `/api${path.replace('{id}', ':id')}`,
      { schema: actionSchema(action) },
      async (request, reply) => {
        if (app.engine.waiting() > SHED_AT) refuse('lib.busy');
        const by = await anybodySignedIn(app, request);
        const id = (request.params as { id?: string }).id ?? null;
        // Before the input: who may not do it at all need not be told how it is done.
        if (!hasRole(action.may, by)) refuse('lib.missing-role', { title: action.title });
        if (id !== null && !isUuid(id)) refuse('lib.not-found');
        const done = await app.engine.perform({
          action,
          id,
          by,
          input: validated(action.input, request.body === undefined ? {} : request.body),
          now: app.now(),
          key: keyOf(request),
          ifMatch: versionOf(request),
        });
        return sendJson(reply, done.text, action.from === null ? 201 : 200);
      },
    );
  }
}
