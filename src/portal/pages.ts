import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import type { App } from '#lib/app.ts';
import { noticeOf } from './demonstration.ts';
import { firstPage } from './first-page.ts';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const HOUR = 'public, max-age=3600';

export function portalPages(server: FastifyInstance, app: Pick<App, 'query' | 'nouns'>): void {
  const [css, icon] = [file('./portal.css'), file('./portal.svg')];
  server.get('/', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(firstPage(await noticeOf(app)).__html),
  );
  server.get('/portal.css', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', HOUR).send(css),
  );
  server.get('/portal.svg', { schema: { hide: true } }, (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', HOUR).send(icon),
  );
}
