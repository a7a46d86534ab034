import './refusals.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { App } from '#lib/app.ts';
import { keyOf } from '#lib/http/action-routes.ts';
import { anybodySignedIn, sendJson } from '#lib/http/server.ts';
import { isUuid } from '#lib/ids.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { fileNameOf } from '../store.ts';
import { attachment, type Attachment } from './attachment.ts';
import { dispositionOf } from './file-name.ts';
import { attachmentStore } from './keeping.ts';
import { receive } from './receive.ts';
import { mayOpen } from './subject.ts';
import { upload } from './upload.ts';

const PER_MINUTE = 60;

/** `POST /api/attachments`: a form with `file`, `subjectNoun` and `subject`; answers 201 with the attachment. */
async function uploadRoute(server: FastifyInstance, app: App): Promise<void> {
  const [multipart, rateLimit] = await Promise.all([
    import('@fastify/multipart'),
    import('@fastify/rate-limit'),
  ]);
  await server.register(multipart.default);
  await server.register(rateLimit.default, {
    max: PER_MINUTE,
    timeWindow: '1 minute',
    // A whole hall may stand behind one address.
    keyGenerator: ({ headers, ip }) => fileNameOf(Buffer.from(headers.authorization ?? headers.cookie ?? ip)),
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  const schema = {
    tags: ['附件'],
    summary: '上传附件',
    description:
      '表单三项：file 文件（至多 20 MB），subjectNoun 所属记录种类，subject 所属记录标识。须有权办理该记录。',
    operationId: 'attachment.upload',
    consumes: ['multipart/form-data'],
    body: Type.Object({
      file: Type.Unsafe<string>({ type: 'string', format: 'binary', title: '文件' }),
      subjectNoun: Type.String({ title: '所属记录种类' }),
      subject: Type.String({ title: '所属记录标识', format: 'uuid' }),
    }),
    response: { 201: { description: '附件' } },
  };
  server.post('/api/attachments', { schema }, async (request, reply) => {
    const by = await anybodySignedIn(app, request);
    const key = keyOf(request);
    const { text } = await upload(app, await receive(request), { by, key });
    return sendJson(reply, text, 201);
  });
}

async function getAttachment(app: App, id: string): Promise<Attachment> {
  if (!isUuid(id)) refuse('lib.not-found');
  const [record] = await app.query('select * from attachment where id = $1', [id]);
  return record ? (rowFrom(attachment, record) as Attachment) : refuse('lib.not-found');
}

async function send(reply: FastifyReply, app: App, row: Attachment): Promise<FastifyReply> {
  const bytes = row.state === 'kept' ? await attachmentStore(app).find(row.sha256) : undefined;
  if (!bytes || row.name === null) {
    if (row.state === 'kept') throw new Error(`content ${row.sha256} of ${row.number} is missing`);
    return refuse('documents.erased', { number: row.number });
  }
  return reply.type(row.mediaType).header('content-disposition', dispositionOf(row.name)).send(bytes);
}

/** `GET /api/attachments/{id}/content`: always a download, never shown in the browser under our name. */
function downloadRoute(server: FastifyInstance, app: App): void {
  const schema = { tags: ['附件'], summary: '下载附件', operationId: 'attachment.download' };
  server.get('/api/attachments/:id/content', { schema }, async (request, reply) => {
    const by = await anybodySignedIn(app, request);
    const row = await getAttachment(app, (request.params as { id: string }).id);
    await mayOpen(row, { by, app });
    return send(reply, app, row);
  });
}

/** Uploads are limited per caller; downloads in a scope of their own are not. */
export async function attachmentRoutes(server: FastifyInstance, app: App): Promise<void> {
  downloadRoute(server, app);
  await server.register((scope) => uploadRoute(scope, app));
}
