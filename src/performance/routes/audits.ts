import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type, type TSchema } from 'typebox';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { brokenForm } from '#lib/http/faults.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { auditFiles } from '../audit-files.ts';
import type { UploadedFile } from '../audit-job.ts';

export const MOST_FILES = 20;
const LARGEST = 20 * 1024 * 1024;

/** The files of a multipart request; refuses when there are none, too many, or one is too large. */
export async function uploaded(request: FastifyRequest): Promise<readonly UploadedFile[]> {
  if (!request.isMultipart()) refuse('lib.media-type');
  const files: UploadedFile[] = [];
  try {
    for await (const part of request.files({
      limits: { files: MOST_FILES, fileSize: LARGEST, fields: 10 },
    })) {
      files.push({ name: part.filename, bytes: await part.toBuffer() });
    }
  } catch (fault) {
    const { code } = fault as { readonly code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') refuse('lib.too-large', { limit: '20 MB' });
    if (code === 'FST_FILES_LIMIT') refuse('lib.too-large', { limit: `${MOST_FILES} 个文件` });
    throw brokenForm();
  }
  if (files.length === 0)
    throw new Refusal('lib.shape', {}, { fields: [{ path: 'file', message: '请选择要核查的文件' }] });
  return files;
}

/** For the OpenAPI document: one field `file`, given as often as there are files. */
export const filesBody = (title: string, most: number): TSchema =>
  Type.Object({
    file: Type.Array(Type.Unsafe<string>({ type: 'string', format: 'binary' }), {
      title,
      minItems: 1,
      maxItems: most,
    }),
  });

/** `POST /api/audits`: drop files, get their audits and the text read. Nothing is kept. */
export async function auditRoutes(server: FastifyInstance, app: App): Promise<void> {
  await server.register(multipart);
  await server.register(rateLimit, {
    max: 60,
    timeWindow: '1 minute',
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('lib.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  const schema = {
    tags: ['核查'],
    summary: '核查报告文件',
    operationId: 'audits.create',
    consumes: ['multipart/form-data'],
    body: filesBody('要核查的文件', MOST_FILES),
  };
  server.post('/api/audits', { schema, bodyLimit: LARGEST * 5 }, async (request) => {
    await signedIn(app, request);
    return auditFiles(await uploaded(request));
  });
}
