import type { FastifyInstance } from 'fastify';
import { applicantOf } from '#applicants/index.ts';
import { getOwnRow, readOwnCase, writtenPaper } from '#cases/index.ts';
import type { App } from '#lib/app.ts';
import { originOf } from '#lib/http/origin.ts';
import type { Site } from '../fault-page.ts';
import { signedIn } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import { ownCasePage } from './own-case-page.ts';

/** `/mine/cases/{number}` with its papers; somebody else's is as if there were none. */
export function ownCasePages(server: FastifyInstance, app: App, site: Site): void {
  server.get('/mine/cases/:number', HIDDEN, async (request, reply) => {
    const who = await applicantOf(app, request);
    if (!who) return reply.redirect('/sign-in', 303);
    const { number } = request.params as { readonly number: string };
    const { sent } = request.query as Readonly<Record<string, unknown>>;
    const own = await readOwnCase(app, who.id, number);
    return send(reply, ownCasePage({ own, isSent: sent === '1', notice: await site.notice() }));
  });
  server.get('/mine/cases/:number/papers/:file', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number, file } = request.params as { readonly number: string; readonly file: string };
    const { mediaType, disposition, bytes } = await writtenPaper(app, await getOwnRow(app, who.id, number), {
      file,
      site: originOf(app, request),
    });
    return reply
      .type(mediaType)
      .header('content-disposition', disposition)
      .header('cache-control', 'no-store')
      .send(bytes);
  });
}
