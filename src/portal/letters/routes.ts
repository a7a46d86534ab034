import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  actOnLetter,
  deedsOpen,
  followLetter,
  getPublishedLetter,
  letterChoices,
  openByTicket,
  publishedLetters,
  sendLetter,
  type Deed,
  type FollowedLetter,
} from '#hotline/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import { formBodies, type Form } from '#lib/http/forms.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { Refusal, refusalText, refuse } from '#lib/refusal.ts';
import { isOwnOrigin } from '#people/index.ts';
import { faultPages, type Site } from '../fault-page.ts';
import { followPage } from './follow-page.ts';
import { letterPage } from './letter-page.ts';
import type { Fault } from '../parts.ts';
import { listPage, publicLetterPage } from './public-pages.ts';
import { sentPage } from './sent-page.ts';
import { writePage } from './write-page.ts';
import { formFaults, inputOf, isFormKey } from './written.ts';

const HIDDEN = { schema: { hide: true } } as const;
/** When a page asks to wait, it says so to programs too. */
const waiting = (reply: FastifyReply, fault: unknown): FastifyReply => {
  const seconds = fault instanceof Refusal ? fault.facts['seconds'] : undefined;
  return seconds === undefined ? reply : reply.header('retry-after', seconds);
};
const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page.__html);
const formKey = (): string => randomBytesPooled(16).toString('base64url');

/** What was posted; a form of another site is not ours to take. */
function formOf({ body, headers }: FastifyRequest): Form {
  if (!isOwnOrigin({ origin: headers.origin, host: headers.host })) refuse('people.foreign-origin');
  return (body ?? {}) as Form;
}
/** A refusal as a form shows it, with its status; anything else is a bug and goes on. */
function faultOf(
  fault: unknown,
  form: Form,
): { readonly fault: Fault; readonly status: number; readonly code: string } {
  if (!(fault instanceof Refusal)) throw fault;
  const { message, next, status } = refusalText(fault);
  return { fault: { message, next, fields: formFaults(fault.fields, form) }, status, code: fault.code };
}

function writing(server: FastifyInstance, app: App, site: Site): void {
  const page = async (form: Form, fault: Fault | null, key = formKey()): Promise<Html> =>
    writePage({ choices: letterChoices(app), form, key, fault, notice: await site.notice() });
  server.get('/letters/new', HIDDEN, async (_request, reply) => send(reply, await page({}, null)));
  server.post('/letters/new', HIDDEN, async (request, reply) => {
    const form = formOf(request);
    const key = isFormKey(form['key']) ? form['key'] : formKey();
    try {
      // Only a program fills in what nobody sees; who did it by accident submits once more, the field is empty again.
      if (form['website']) refuse('portal.filled-hidden');
      const sent = await sendLetter(app, {
        input: inputOf(form),
        key,
        address: request.ip,
        entrance: 'portal',
      });
      // The answer itself, not a way to it: a browser that keeps nothing for us shows number and code all the same, and
      // who loads the page again sends the same form, which is the same letter.
      return send(reply.header('cache-control', 'no-store'), sentPage(sent, await site.notice()));
    } catch (error) {
      const { fault, status, code } = faultOf(error, form);
      const isUsed = code === 'hotline.letter-sent-before';
      return send(waiting(reply, error), await page(form, fault, isUsed ? formKey() : key), status);
    }
  });
}

const DONE: Readonly<Record<Deed, string>> = {
  rate: '谢谢您的评价',
  'take-back': '已撤回',
  'withdraw-consent': '已撤回公开同意，不再公开',
};
/** A state's inner name is for the office; its writer is told that it is too late, and sees how it stands. */
function notNow(fault: unknown): never {
  if (fault instanceof Refusal && fault.code === 'lib.wrong-state') refuse('portal.not-now');
  throw fault;
}
/** What a deed takes from its form. */
function deedInput(deed: Deed, form: Form): Readonly<Record<string, unknown>> {
  if (deed === 'take-back' && form['sure'] !== 'on')
    refuse('lib.shape', {}, { fields: [{ path: 'sure', message: '请勾选确认' }] });
  if (deed !== 'rate') return {};
  if (!form['result'])
    refuse('lib.shape', {}, { fields: [{ path: 'result', message: '请选择满意或不满意' }] });
  const solved = form['solved'] ?? '';
  if (!['', 'yes', 'no'].includes(solved))
    refuse('lib.shape', {}, { fields: [{ path: 'solved', message: '请选择解决了或没有解决' }] });
  return {
    result: form['result'],
    ...(solved ? { solved: solved === 'yes' } : {}),
    ...(form['words']?.trim() ? { words: form['words'] } : {}),
  };
}

function following(server: FastifyInstance, app: App, site: Site): void {
  const shown = async (
    followed: FollowedLetter,
    more: { done: string | null; fault: Fault | null },
  ): Promise<Html> =>
    letterPage({ followed, deeds: deedsOpen(app, followed), notice: await site.notice(), ...more });
  server.get('/letters/follow', HIDDEN, async (_request, reply) =>
    send(reply, followPage({ number: '', fault: null, notice: await site.notice() })),
  );
  server.post('/letters/follow', HIDDEN, async (request, reply) => {
    const form = formOf(request);
    const number = form['number'] ?? '';
    try {
      const followed = await followLetter(app, { number, secret: form['secret'] ?? '', address: request.ip });
      return send(reply, await shown(followed, { done: null, fault: null }));
    } catch (error) {
      const { fault, status } = faultOf(error, form);
      return send(waiting(reply, error), followPage({ number, fault, notice: await site.notice() }), status);
    }
  });
  for (const deed of Object.keys(DONE) as Deed[])
    server.post(`/letters/follow/${deed}`, HIDDEN, async (request, reply) => {
      const form = formOf(request);
      const ticket = form['ticket'] ?? '';
      await openByTicket(app, ticket);
      try {
        const followed = await actOnLetter(app, deed, { ticket, input: deedInput(deed, form) }).catch(notNow);
        return send(reply, await shown(followed, { done: DONE[deed], fault: null }));
      } catch (error) {
        const { fault, status } = faultOf(error, form);
        return send(reply, await shown(await openByTicket(app, ticket), { done: null, fault }), status);
      }
    });
}

function publicList(server: FastifyInstance, app: App, site: Site): void {
  server.get('/letters', HIDDEN, async (request, reply) => {
    const { q, after } = request.query as Readonly<Record<string, unknown>>;
    const asked = {
      q: typeof q === 'string' ? q.replaceAll('\0', '').slice(0, 100) : '',
      after: typeof after === 'string' && !after.includes('\0') ? after : undefined,
    };
    const page = await publishedLetters(app.db, asked);
    return send(reply, listPage({ page, q: asked.q, notice: await site.notice() }));
  });
  server.get('/letters/:number', HIDDEN, async (request, reply) => {
    const { number } = request.params as { readonly number: string };
    return send(reply, publicLetterPage(await getPublishedLetter(app.db, number), await site.notice()));
  });
}

/** 来信 for the public: write, follow, rate, read what was answered. Forms are taken here and nowhere else. */
export function letterPages(server: FastifyInstance, app: App, site: Site): void {
  void server.register((scope, _options, done) => {
    formBodies(scope);
    faultPages(scope, app, site);
    writing(scope, app, site);
    following(scope, app, site);
    publicList(scope, app, site);
    done();
  });
}
