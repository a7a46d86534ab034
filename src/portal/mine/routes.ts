import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  applicantOf,
  beginSignIn,
  finishSignIn,
  isSignInOffered,
  readMine,
  readMyMandates,
  sessionCookie,
  sessionSecret,
  signInCookie,
  signInSecret,
  signOut,
  type SignedInApplicant,
} from '#applicants/index.ts';
import { readOpenDrafts, readOwnCases } from '#cases/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import { formBodies } from '#lib/http/forms.ts';
import { Refusal } from '#lib/refusal.ts';
import { casesPart } from '../cases/cases-part.ts';
import { faultPages, type Site } from '../fault-page.ts';
import { mandatePages } from './mandate-routes.ts';
import { mandatesPart } from './mandates-part.ts';
import { minePage } from './mine-page.ts';
import { signedOutPage, signInPage, signOutPage } from './sign-in-page.ts';
import { HIDDEN, send } from './send.ts';

const isSecure = ({ protocol }: FastifyRequest): boolean => protocol === 'https';
/** What stands after `?`, as it came. */
const searchOf = ({ url }: FastifyRequest): string => (url.includes('?') ? url.slice(url.indexOf('?')) : '');

/** Sign-ins a minute and address: a hall sits behind one. */
const PER_MINUTE = 60;

async function province(server: FastifyInstance, app: App): Promise<void> {
  await server.register(rateLimit, {
    max: PER_MINUTE,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  server.get('/sign-in/province', HIDDEN, async (request, reply) => {
    const { to } = request.query as Readonly<Record<string, unknown>>;
    const { url, secret } = await beginSignIn(app, to);
    return reply.header('set-cookie', signInCookie(secret, isSecure(request))).redirect(url, 302);
  });
  server.get('/sign-in/province/callback', HIDDEN, async (request, reply) => {
    const { cookie } = request.headers;
    const { session, leadsTo } = await finishSignIn(app, {
      search: searchOf(request),
      secret: signInSecret(cookie),
      before: sessionSecret(cookie),
    });
    const cookies = [sessionCookie(session, isSecure(request)), signInCookie(null, isSecure(request))];
    return reply.header('set-cookie', cookies).redirect(leadsTo, 303);
  });
}

function inAndOut(server: FastifyInstance, app: App, site: Site): void {
  server.get('/sign-in', HIDDEN, async (request, reply) => {
    const { to } = request.query as Readonly<Record<string, unknown>>;
    const [isOffered, notice] = [isSignInOffered(app), await site.notice()];
    return send(reply, signInPage({ isOffered, to: typeof to === 'string' ? to : null, notice }));
  });
  server.get('/sign-out', HIDDEN, async (_request, reply) => send(reply, signOutPage(await site.notice())));
  server.post('/sign-out', HIDDEN, async (request, reply) => {
    // Looks at the origin: no other site may sign anybody out.
    await applicantOf(app, request);
    const endsAt = await signOut(app, sessionSecret(request.headers.cookie));
    reply.header('set-cookie', sessionCookie(null, isSecure(request)));
    return send(reply, signedOutPage({ endsAt, notice: await site.notice() }));
  });
}

/** What the page of somebody is made of; a module that has something of theirs adds a part here. */
async function partsOf(app: App, who: SignedInApplicant): Promise<readonly Html[]> {
  const [cases, drafts, mandates] = await Promise.all([
    readOwnCases(app, who.id),
    readOpenDrafts(app, who.id),
    readMyMandates(app, who.id),
  ]);
  return [casesPart(cases, drafts), mandatesPart(mandates)];
}

const DONE: Readonly<Record<string, string>> = {
  given: '委托已生效；受托人以同样的姓名和证件号码实名登录后就能代您办理',
  revoked: '委托已撤销',
  renounced: '委托已辞去',
};

function mine(server: FastifyInstance, app: App, site: Site): void {
  server.get('/mine', HIDDEN, async (request, reply): Promise<FastifyReply> => {
    const who = await applicantOf(app, request);
    if (!who) return reply.redirect('/sign-in', 303);
    const { done } = request.query as Readonly<Record<string, unknown>>;
    const shown = {
      mine: await readMine(app, who.id),
      parts: await partsOf(app, who),
      done: typeof done === 'string' ? (DONE[done] ?? null) : null,
      notice: await site.notice(),
    };
    return send(reply, minePage(shown));
  });
}

/** 登录、我的 for citizens and firms: by the province's platform, by forms alone, complete without JavaScript. */
export function minePages(server: FastifyInstance, app: App, site: Site): void {
  void server.register(async (scope) => {
    formBodies(scope);
    faultPages(scope, app, site);
    inAndOut(scope, app, site);
    mine(scope, app, site);
    mandatePages(scope, app, site);
    await scope.register((limited) => province(limited, app));
  });
}
