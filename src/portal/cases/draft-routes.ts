import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { applicantOf, type SignedInApplicant } from '#applicants/index.ts';
import { numberOf, readOwnDraft, type OwnDraft } from '#cases/index.ts';
import { takeUpload } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import type { Form } from '#lib/http/forms.ts';
import { originOf } from '#lib/http/origin.ts';
import { isUuid } from '#lib/ids.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import type { Site } from '../fault-page.ts';
import { faultOf, perform, signedIn, type Wish } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import type { Fault } from '../parts.ts';
import { checkPage } from './check-page.ts';
import { draftPage, questionField } from './draft-page.ts';

const TITLES = { phone: '联系电话', matter: '要说明的情况', file: '文件', sure: '确认' } as const;
const UPLOADS_PER_MINUTE = 60;

interface Turn {
  readonly who: SignedInApplicant;
  readonly own: OwnDraft;
}
/** Whose turn it is at which draft; refuses another's as if there were none. */
async function turnOf(app: App, request: FastifyRequest): Promise<Turn> {
  const who = await signedIn(app, request);
  const { id } = request.params as { readonly id: string };
  if (!isUuid(id)) refuse('lib.not-found');
  return { who, own: await readOwnDraft(app, who.person, id) };
}
const act = (app: App, { who, own }: Turn, wish: Pick<Wish, 'verb' | 'input'>) =>
  perform(app, who, { noun: 'case-draft', id: own.draft.id, key: null, ...wish });

/** What was sent already leads to its case, what is over to one's own page. */
async function leadOn(app: App, { draft }: OwnDraft, reply: FastifyReply): Promise<FastifyReply> {
  if (draft.bundle !== null) return reply.redirect(`/mine/bundles/${draft.bundle}?sent=1`, 303);
  if (draft.caseFile === null) return reply.redirect('/mine', 303);
  const said = draft.supplies === null ? 'sent' : 'supplied';
  return reply.redirect(`/mine/cases/${await numberOf(app, draft.caseFile)}?${said}=1`, 303);
}

const DONE: Readonly<Record<string, string>> = {
  saved: '已保存',
  added: '文件已上传',
  removed: '文件已撤下',
};

function looking(server: FastifyInstance, app: App, site: Site): void {
  for (const step of ['', '/check'] as const)
    server.get(`/mine/drafts/:id${step}`, HIDDEN, async (request, reply) => {
      if (!(await applicantOf(app, request))) return reply.redirect('/sign-in', 303);
      const { own } = await turnOf(app, request);
      if (own.draft.state !== 'open') return leadOn(app, own, reply);
      const { done } = request.query as Readonly<Record<string, unknown>>;
      const shown = { own, fault: null, site: originOf(app, request), notice: await site.notice() };
      const said = typeof done === 'string' ? (DONE[done] ?? null) : null;
      return send(reply, step === '/check' ? checkPage(shown) : draftPage({ ...shown, done: said }));
    });
}

/** Does something to the draft and shows the page again, with what was refused. */
async function doing(
  { app, site, reply }: { readonly app: App; readonly site: Site; readonly reply: FastifyReply },
  turn: Turn,
  { to, work }: { readonly to: string; readonly work: () => Promise<unknown> },
): Promise<FastifyReply> {
  const { draft } = turn.own;
  try {
    await work();
    return await reply.redirect(to, 303);
  } catch (error) {
    const { fault, status } = faultOf(error, TITLES);
    const own = await readOwnDraft(app, turn.who.person, draft.id);
    if (own.draft.state !== 'open') return leadOn(app, own, reply);
    return send(reply, draftPage({ own, done: null, fault, notice: await site.notice() }), status);
  }
}

/** The choices of the questions that were asked; what is none of them is left out. */
const answersIn = ({ asking }: OwnDraft, form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    asking.asked.flatMap(({ question, choices }, n) => {
      const choice = form[questionField(n)];
      return choice !== undefined && choices.includes(choice) ? [[question, choice] as const] : [];
    }),
  );

/** What of the form is said; an empty phone leaves the one that is there. */
function filled(own: OwnDraft, form: Form): Readonly<Record<string, unknown>> {
  return {
    answers: answersIn(own, form),
    matter: form['matter'] ?? '',
    ...(form['phone']?.trim() ? { phone: form['phone'].trim() } : {}),
    ...(own.commitment ? { isCommitted: form['isCommitted'] === 'on' } : {}),
  };
}

function filling(server: FastifyInstance, app: App, site: Site): void {
  server.post('/mine/drafts/:id', HIDDEN, async (request, reply) => {
    const turn = await turnOf(app, request);
    const input = filled(turn.own, (request.body ?? {}) as Form);
    const to = `/mine/drafts/${turn.own.draft.id}?done=saved`;
    return doing({ app, site, reply }, turn, { to, work: () => act(app, turn, { verb: 'fill', input }) });
  });
  server.post('/mine/drafts/:id/files/:file/remove', HIDDEN, async (request, reply) => {
    const turn = await turnOf(app, request);
    const { file } = request.params as { readonly file: string };
    const to = `/mine/drafts/${turn.own.draft.id}?done=removed#papers`;
    const input = { attachment: file };
    return doing({ app, site, reply }, turn, {
      to,
      work: () => act(app, turn, { verb: 'remove-file', input }),
    });
  });
  server.post('/mine/drafts/:id/discard', HIDDEN, async (request, reply) => {
    const turn = await turnOf(app, request);
    if (((request.body ?? {}) as Form)['sure'] !== 'on') refuse('portal.not-sure');
    const work = () => act(app, turn, { verb: 'discard', input: {} });
    return doing({ app, site, reply }, turn, { to: '/mine', work });
  });
}

const verbOf = ({ draft }: OwnDraft): string => {
  if (draft.supplies !== null) return 'submit-supply';
  return draft.theme === null ? 'submit' : 'submit-bundle';
};

function submitting(server: FastifyInstance, app: App, site: Site): void {
  server.post('/mine/drafts/:id/submit', HIDDEN, async (request, reply) => {
    const turn = await turnOf(app, request);
    const { draft } = turn.own;
    if (draft.state !== 'open') return leadOn(app, turn.own, reply);
    try {
      const { sure, signsTolerance } = (request.body ?? {}) as Form;
      if (sure !== 'on') refuse('portal.not-sure', {}, { fields: [SURE] });
      const input = signsTolerance === 'on' ? { signsTolerance: true } : {};
      await act(app, turn, { verb: verbOf(turn.own), input });
    } catch (error) {
      const { fault, status } = faultOf(error, TITLES);
      const own = await readOwnDraft(app, turn.who.person, draft.id);
      // A second click, while the first was on its way: it is sent, once.
      if (own.draft.state !== 'open') return leadOn(app, own, reply);
      return send(reply, checkPage({ own, fault: fault as Fault, notice: await site.notice() }), status);
    }
    return leadOn(app, await readOwnDraft(app, turn.who.person, draft.id), reply);
  });
}
const SURE = { path: 'sure', message: '请勾选确认' };

async function uploading(server: FastifyInstance, app: App, site: Site): Promise<void> {
  const multipart = await import('@fastify/multipart');
  await server.register(multipart.default);
  await server.register(rateLimit, {
    max: UPLOADS_PER_MINUTE,
    timeWindow: '1 minute',
    // A whole hall may stand behind one address.
    keyGenerator: ({ headers, ip }) => headers.cookie ?? ip,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  server.post('/mine/drafts/:id/papers/:n', HIDDEN, async (request, reply) => {
    const turn = await turnOf(app, request);
    const { n } = request.params as { readonly n: string };
    const { name: paper } = turn.own.asking.papers[Number(n)] ?? refuse('lib.not-found');
    const to = `/mine/drafts/${turn.own.draft.id}?done=added#paper-${n}`;
    return doing({ app, site, reply }, turn, {
      to,
      work: async () => {
        const { row } = await takeUpload(app, request, turn.who.person);
        await act(app, turn, { verb: 'add-file', input: { paper, attachment: row.id } });
      },
    });
  });
}

/** `/mine/drafts/{id}`: fill in, upload, check, send once. */
export async function draftPages(server: FastifyInstance, app: App, site: Site): Promise<void> {
  looking(server, app, site);
  filling(server, app, site);
  submitting(server, app, site);
  await server.register((scope) => uploading(scope, app, site));
}
