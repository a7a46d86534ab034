import type { FastifyInstance } from 'fastify';
import { applicantOf, readMyMandates } from '#applicants/index.ts';
import { findTheme, readOwnCases, readThemes, type OwnCase, type ToldTheme } from '#cases/index.ts';
import { findGuideSource, guideOf, type Guide } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Form } from '#lib/http/forms.ts';
import { isUuid } from '#lib/ids.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { refuse } from '#lib/refusal.ts';
import type { Site } from '../fault-page.ts';
import { isFormKey } from '../letters/written.ts';
import { faultOf, perform, signedIn } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import type { Fault } from '../parts.ts';
import { themePage } from './theme-page.ts';
import { DONE, ownBundlePage, themesPage, themeStartPage } from './theme-pages.ts';

const formKey = (): string => randomBytesPooled(16).toString('base64url');

async function getTheme(app: App, params: unknown, query: unknown = {}): Promise<ToldTheme> {
  const { id } = params as { readonly id: string };
  const asked = { id, fields: query as Readonly<Record<string, unknown>> };
  const found = isUuid(id) ? await findTheme(app.db, asked, { app, now: app.now() }) : undefined;
  return found ?? refuse('lib.not-found');
}
/** The guides of its items after the same answers; of one that is not offered now there is none. */
async function guidesOf(app: App, { items }: ToldTheme): Promise<readonly Guide[]> {
  const all = items.map(async ({ code, answers }) => {
    const source = await findGuideSource(app, code);
    return source ? [guideOf(source, answers)] : [];
  });
  return (await Promise.all(all)).flat();
}

function reading(server: FastifyInstance, app: App, site: Site): void {
  server.get('/themes', HIDDEN, async (_request, reply) =>
    send(reply, themesPage(await readThemes(app.db, { app, now: app.now() }), await site.notice())),
  );
  server.get('/themes/:id', HIDDEN, async (request, reply) => {
    const theme = await getTheme(app, request.params, request.query);
    const guides = await guidesOf(app, theme);
    return send(reply, themePage({ theme, guides, notice: await site.notice() }));
  });
  server.get('/mine/bundles/:id', HIDDEN, async (request, reply) => {
    const who = await applicantOf(app, request);
    if (!who) return reply.redirect('/sign-in', 303);
    const { id } = request.params as { readonly id: string };
    const { sent, withdrawn } = request.query as Readonly<Record<string, unknown>>;
    const cases = await ownBundle(app, who.id, id);
    const done = sent === '1' ? DONE.sent : withdrawn === '1' ? DONE.withdrawn : null;
    return send(reply, ownBundlePage(cases, { id, done, notice: await site.notice() }));
  });
  server.post('/mine/bundles/:id/withdraw', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { id } = request.params as { readonly id: string };
    const { sure, reason = '' } = (request.body ?? {}) as Form;
    if (sure !== 'on') refuse('portal.not-sure');
    const cases = await ownBundle(app, who.id, id);
    const input = { reason: reason.trim() || '申请人不再办理' };
    const verb = cases.some(({ isForAnother }) => isForAnother) ? 'withdraw-for' : 'withdraw-own';
    await perform(app, who, { noun: 'bundle', verb, id, input, key: null });
    return reply.redirect(`/mine/bundles/${id}?withdrawn=1`, 303);
  });
}
/** The cases of somebody's one thing in their order; another's is as if there were none. */
async function ownBundle(app: App, who: string, id: string): Promise<readonly OwnCase[]> {
  const cases = (await readOwnCases(app, who)).filter(({ bundle }) => bundle === id).toReversed();
  return cases.length > 0 ? cases : refuse('lib.not-found');
}

/** `/themes`: one thing, applied for at once; `/mine/bundles/{id}`: how far each of its cases is. */
export function themePages(server: FastifyInstance, app: App, site: Site): void {
  reading(server, app, site);
  const page = async (theme: ToldTheme, who: { readonly id: string }, fault: Fault | null) => {
    const mandates = await readMyMandates(app, who.id);
    const open = mandates.filter(({ side, isInForce }) => side === 'received' && isInForce);
    return themeStartPage({ theme, mandates: open, key: formKey(), fault, notice: await site.notice() });
  };
  server.get('/themes/:id/apply', HIDDEN, async (request, reply) => {
    const theme = await getTheme(app, request.params);
    const who = await applicantOf(app, request);
    const to = `/themes/${theme.id}/apply`;
    if (!who) return reply.redirect(`/sign-in?${new URLSearchParams({ to })}`, 303);
    return send(reply, await page(theme, who, null));
  });
  server.post('/themes/:id/apply', HIDDEN, async (request, reply) => {
    const theme = await getTheme(app, request.params);
    const who = await signedIn(app, request);
    const { mandate = 'self', key } = (request.body ?? {}) as Form;
    const input = { theme: theme.id, ...(mandate === 'self' ? {} : { mandate }) };
    const wish = { noun: 'case-draft', verb: 'begin-bundle', id: null, input };
    try {
      const { row } = await perform(app, who, { ...wish, key: isFormKey(key) ? key : formKey() });
      return await reply.redirect(`/mine/drafts/${row.id}`, 303);
    } catch (error) {
      const { fault, status } = faultOf(error, { mandate: '为谁申请' });
      return send(reply, await page(theme, who, fault), status);
    }
  });
}
