import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { pace } from '../pace.ts';
import { historyOf } from './history-view.ts';

/** Who may ask what somebody has brought before by their number. */
const MAY = {
  'hotline.agent': 'anyone',
  'hotline.dispatcher': 'anyone',
  'hotline.caller-back': 'anyone',
  'hotline.supervisor': 'anyone',
} as const;
const Body = Type.Object({
  phone: Type.String({
    title: '电话',
    pattern: '^\\+?[0-9][0-9 ()-]{4,19}$',
    wrong: '应为完整的电话号码',
  }),
});
/** As fast as a person types; more is somebody trying numbers. */
const allowed = pace({ most: 60, inMs: 60_000 });

/**
 * `POST /api/callers/history {phone}` → `{orders, count, open, calls}`. A question, asked by POST: a number in an address
 * would stand in every log on the way.
 */
export function callRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['来电'],
    summary: '来电人历史',
    description: '按完整号码查此人以前的工单和来电（至多 20 件）；不改变任何记录',
    operationId: 'hotline.caller-history',
    body: Body,
  };
  server.post('/api/callers/history', { schema }, async (request) => {
    const by = await signedIn(app, request);
    if (!hasRole(MAY, by)) refuse('lib.missing-role', { title: '来电人历史' });
    const { phone } = validated<{ readonly phone: string }>(Body, request.body);
    allowed(by.id);
    return historyOf(app, app.suite.lookUp(phone, 'phone'), by);
  });
}
