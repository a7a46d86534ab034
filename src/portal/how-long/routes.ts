import type { FastifyInstance } from 'fastify';
import { howLongSoFar, type HowLong } from '#cases/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import { faultPages, type Site } from '../fault-page.ts';
import { sendPage } from '../send-page.ts';
import { howLongPage } from './page.ts';

const LONGEST = 100;

const LATEST = 3;
const decidedIn = ({ items }: HowLong): number => items.reduce((sum, { decided }) => sum + decided, 0);
/** The busiest of the latest three years: one that has just begun says little. */
const usual = (years: readonly HowLong[]): HowLong | null =>
  years.slice(0, LATEST).toSorted((a, b) => decidedIn(b) - decidedIn(a))[0] ?? null;

async function shown(app: App, query: unknown, site: Site): Promise<Html> {
  const asked = query as { readonly year?: unknown; readonly q?: unknown };
  const years = await howLongSoFar(app);
  return howLongPage({
    years: years.map(({ year }) => year),
    counted: years.find(({ year }) => String(year) === asked.year) ?? usual(years),
    q: typeof asked.q === 'string' ? asked.q.trim().slice(0, LONGEST) : '',
    notice: await site.notice(),
  });
}

/** `/how-long?year=&q=` 实际用时, for everybody. */
export function howLongPages(server: FastifyInstance, app: App, site: Site): void {
  server.register((scope, _options, done) => {
    faultPages(scope, app, site);
    scope.get('/how-long', { schema: { hide: true } }, async ({ query }, reply) =>
      sendPage(reply, await shown(app, query, site)),
    );
    done();
  });
}
