import type { FastifyInstance } from 'fastify';
import { followCase } from '#cases/index.ts';
import type { App } from '#lib/app.ts';
import type { Form } from '#lib/http/forms.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { isOwnOrigin } from '#people/index.ts';
import type { Site } from '../fault-page.ts';
import { faultOf } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import { followedPage, followPage } from './follow-page.ts';

const LONGEST = 40;

/** `/cases`: everybody, by number and four digits; `?number=` is what the code on a paper leads to. */
export function followPages(server: FastifyInstance, app: App, site: Site): void {
  server.get('/cases', HIDDEN, async (request, reply) => {
    const { number } = request.query as Readonly<Record<string, unknown>>;
    const asked = typeof number === 'string' ? number.slice(0, LONGEST) : '';
    return send(reply, followPage({ number: asked, fault: null, notice: await site.notice() }));
  });
  server.post('/cases', HIDDEN, async (request, reply) => {
    const { origin, host } = request.headers;
    if (!isOwnOrigin({ origin, host })) refuse('people.foreign-origin');
    const { number = '', secret = '' } = (request.body ?? {}) as Form;
    try {
      const followed = await followCase(app, { number, secret, address: request.ip });
      return send(reply, followedPage(followed, await site.notice()));
    } catch (error) {
      const { fault, status } = faultOf(error, {});
      const seconds = error instanceof Refusal ? error.facts['seconds'] : undefined;
      if (seconds !== undefined) reply.header('retry-after', seconds);
      return send(reply, followPage({ number, fault, notice: await site.notice() }), status);
    }
  });
}
