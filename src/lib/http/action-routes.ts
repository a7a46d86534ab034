import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '#lib/action/action.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { actionSchema } from './schemas.ts';
import { sendJson, signedIn } from './server.ts';
import { validated } from './validate.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

function keyOf(request: FastifyRequest): string | null {
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

/** Path of an action under `/api`. */
export const actionPath = (action: Action): string =>
  action.from === null ? `/${action.noun.path}` : `/${action.noun.path}/:id/${action.name}`;

/**
 * One route per action: check the input, do it, answer with the row. Births answer 201, everything else 200.
 * A noun's first birth owns `POST /{nouns}`; further births are `POST /{nouns}/{name}`.
 */
export function actionRoutes(server: FastifyInstance, app: App): void {
  const begun = new Set<string>();
  for (const action of app.actions.filter((each) => !each.hidden)) {
    const isFurtherBirth = action.from === null && begun.has(action.noun.name);
    if (action.from === null) begun.add(action.noun.name);
    const path = isFurtherBirth ? `/${action.noun.path}/${action.name}` : actionPath(action);
    server.post(`/api${path}`, { schema: actionSchema(action) }, async (request, reply) => {
      const by = await signedIn(app, request);
      const id = (request.params as { id?: string }).id ?? null;
      if (id !== null && !isUuid(id)) refuse('lib.not-found');
      const done = await app.engine.perform({
        action,
        id,
        by,
        input: validated(action.input, request.body ?? {}),
        now: app.now(),
        key: keyOf(request),
        ifMatch: versionOf(request),
      });
      return sendJson(reply, done.text, action.from === null ? 201 : 200);
    });
  }
}
