import type { FastifyInstance } from 'fastify';
import { findItemTook } from '#cases/index.ts';
import { fieldOf, findGuideSource, findItems, guideOf, itemsByBody, toldIn } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import { refuse } from '#lib/refusal.ts';
import { faultPages, type Site } from '../fault-page.ts';
import { sendPage } from '../send-page.ts';
import { bodyPage } from './body-page.ts';
import { guidePage } from './guide-page.ts';
import { searchPage } from './search-page.ts';
import { sheetRoutes } from './sheet-routes.ts';

const LONGEST = 100;

async function showSearch(app: App, query: unknown, site: Site): Promise<Html> {
  const { q, body } = query as { readonly q?: unknown; readonly body?: unknown };
  const asked = typeof q === 'string' ? q.trim().slice(0, LONGEST) : '';
  const notice = await site.notice();
  if (asked !== '')
    return searchPage({
      q: asked,
      found: await findItems(app, asked, ({ state }) => state === 'published'),
      notice,
    });
  const byBody = await itemsByBody(app);
  const items = typeof body === 'string' ? byBody.get(body) : undefined;
  return items ? bodyPage({ body: items[0]!.body, items, notice }) : searchPage({ q: '', byBody, notice });
}

async function showGuide(app: App, code: string, query: unknown, site: Site): Promise<Html> {
  const source = (await findGuideSource(app, code)) ?? refuse('lib.not-found');
  const told = toldIn(source.elements, query as Readonly<Record<string, unknown>>);
  const guide = guideOf(source, told);
  const field = (question: string): string => fieldOf(source.elements, question);
  const kept = Object.entries(told).map(([question, choice]) => [field(question), choice]);
  return guidePage({
    guide,
    fields: guide.asked.map(({ situation }) => field(situation.question)),
    isOnline: source.elements.isOnline === true,
    query: kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`,
    took: await findItemTook(app, source.number),
    notice: await site.notice(),
  });
}

/** `/items?q=` 我要办, `/items?body=` what one department offers, and `/items/{code}` the guide; both without an account and without a script. */
export async function itemPages(server: FastifyInstance, app: App, site: Site): Promise<void> {
  await server.register((scope, _options, done) => {
    faultPages(scope, app, site);
    const hidden = { schema: { hide: true } };
    scope.get('/items', hidden, async ({ query }, reply) =>
      sendPage(reply, await showSearch(app, query, site)),
    );
    scope.get('/items/:code', hidden, async ({ params, query }, reply) =>
      sendPage(reply, await showGuide(app, (params as { readonly code: string }).code, query, site)),
    );
    sheetRoutes(scope, app);
    done();
  });
}
