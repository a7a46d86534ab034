import type { FastifyInstance, FastifyReply } from 'fastify';
import { applicantOf } from '#applicants/index.ts';
import { getOwnRow, ownFile, readOwnCase, writtenPaper } from '#cases/index.ts';
import type { App } from '#lib/app.ts';
import type { Form } from '#lib/http/forms.ts';
import { refuse } from '#lib/refusal.ts';
import { originOf } from '#lib/http/origin.ts';
import type { Site } from '../fault-page.ts';
import { perform, signedIn } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import { ownCasePage } from './own-case-page.ts';

const DONE = {
  supplied: '材料已提交',
  withdrawn: '已撤回',
  signed: '承诺书已签署',
  asked: '已要求听证',
  waived: '已放弃听证',
};

/** 补交 begins a draft for this case, 撤回 ends it; a hearing is asked for or given up. */
function deeds(server: FastifyInstance, app: App): void {
  server.post('/mine/cases/:number/supply', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number } = request.params as { readonly number: string };
    const { id, mandate } = await readOwnCase(app, who.id, number);
    const input = { case: id, ...(mandate === null ? {} : { mandate }) };
    const wish = { noun: 'case-draft', verb: 'begin-supply', id: null, input, key: null };
    const { row } = await perform(app, who, wish);
    return reply.redirect(`/mine/drafts/${row.id}`, 303);
  });
  server.post('/mine/cases/:number/renew', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number } = request.params as { readonly number: string };
    const { itemCode } = await readOwnCase(app, who.id, number);
    const input = { item: itemCode, renews: number };
    const wish = { noun: 'case-draft', verb: 'begin', id: null, input, key: null };
    const { row } = await perform(app, who, wish);
    return reply.redirect(`/mine/drafts/${row.id}`, 303);
  });
  server.post('/mine/cases/:number/promise', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number } = request.params as { readonly number: string };
    const { id, isForAnother } = await readOwnCase(app, who.id, number);
    if (((request.body ?? {}) as Form)['sure'] !== 'on') refuse('portal.not-sure');
    const verb = isForAnother ? 'sign-tolerance-for' : 'sign-tolerance';
    await perform(app, who, { noun: 'case-file', verb, id, input: {}, key: null });
    return reply.redirect(`/mine/cases/${number}?signed=1`, 303);
  });
  server.post('/mine/cases/:number/hearing', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number } = request.params as { readonly number: string };
    const { sure, wish } = (request.body ?? {}) as Form;
    if (sure !== 'on') refuse('portal.not-sure');
    const { hearing } = await readOwnCase(app, who.id, number);
    const { id } = hearing ?? refuse('lib.not-found');
    const [verb, done] = wish === 'waive' ? ['waive-own', 'waived'] : ['ask-own', 'asked'];
    await perform(app, who, { noun: 'hearing', verb, id, input: {}, key: null });
    return reply.redirect(`/mine/cases/${number}?${done}=1`, 303);
  });
  server.post('/mine/cases/:number/withdraw', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number } = request.params as { readonly number: string };
    const { sure, reason = '' } = (request.body ?? {}) as Form;
    if (sure !== 'on') refuse('portal.not-sure');
    const { id, isForAnother } = await readOwnCase(app, who.id, number);
    const input = { reason: reason.trim() || '申请人不再办理' };
    const verb = isForAnother ? 'withdraw-for' : 'withdraw-own';
    await perform(app, who, { noun: 'case-file', verb, id, input, key: null });
    return reply.redirect(`/mine/cases/${number}?withdrawn=1`, 303);
  });
}

/** `/mine/cases/{number}` with its papers; somebody else's is as if there were none. */
export function ownCasePages(server: FastifyInstance, app: App, site: Site): void {
  deeds(server, app);
  server.get('/mine/cases/:number', HIDDEN, async (request, reply) => {
    const who = await applicantOf(app, request);
    if (!who) return reply.redirect('/sign-in', 303);
    const { number } = request.params as { readonly number: string };
    const asked = request.query as Readonly<Record<string, unknown>>;
    const done = Object.entries(DONE).find(([name]) => asked[name] === '1')?.[1] ?? null;
    const own = await readOwnCase(app, who.id, number);
    return send(
      reply,
      ownCasePage({ own, isSent: asked['sent'] === '1', done, notice: await site.notice() }),
    );
  });
  server.get('/mine/cases/:number/papers/:file', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number, file } = request.params as { readonly number: string; readonly file: string };
    const row = await getOwnRow(app, who.id, number);
    const asked = { file, site: originOf(app, request), isServed: row.applicant === who.id };
    return download(reply, await writtenPaper(app, row, asked));
  });
  server.get('/mine/cases/:number/files/:id', HIDDEN, async (request, reply) => {
    const who = await signedIn(app, request);
    const { number, id } = request.params as { readonly number: string; readonly id: string };
    return download(reply, await ownFile(app, await getOwnRow(app, who.id, number), { id, who: who.id }));
  });
}

interface Sent {
  readonly mediaType: string;
  readonly disposition: string;
  readonly bytes: Uint8Array;
}
/** Kept nowhere on the way. */
const download = (reply: FastifyReply, { mediaType, disposition, bytes }: Sent): FastifyReply =>
  reply
    .type(mediaType)
    .header('content-disposition', disposition)
    .header('cache-control', 'no-store')
    .send(bytes);
