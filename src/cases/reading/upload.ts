import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { NamedFile } from '#documents/index.ts';
import type { Action } from '#lib/action/action.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { brokenForm } from '#lib/http/faults.ts';
import { signedIn } from '#lib/http/server.ts';
import { Refusal, refuse } from '#lib/refusal.ts';

const LARGEST = 20 * 1024 * 1024;
const body = Type.Object({
  file: Type.Unsafe<string>({ type: 'string', format: 'binary', title: '文件（xlsx、csv、json、jsonl）' }),
});

/** The declaration of a route that takes one file. */
export const uploadRoute = (summary: string, description: string, operationId: string) => ({
  schema: { tags: ['办件'], summary, description, operationId, consumes: ['multipart/form-data'], body },
  bodyLimit: LARGEST,
});

/** Who sends the file, when they may do what its rows ask for. */
export async function importerOf(app: App, request: FastifyRequest, action: Action): Promise<Person> {
  const by = await signedIn(app, request);
  if (!hasRole(action.may, by)) refuse('lib.missing-role', { title: action.title });
  return by;
}

/** The one file of a form. */
export async function uploaded(request: FastifyRequest): Promise<NamedFile> {
  if (!request.isMultipart()) refuse('lib.media-type');
  try {
    const part = await request.file({ limits: { files: 1, fileSize: LARGEST, fields: 5 } });
    if (part) return { name: part.filename, bytes: await part.toBuffer() };
  } catch (fault) {
    const { code } = fault as { readonly code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') refuse('lib.too-large', { limit: '20 MB' });
    throw brokenForm();
  }
  throw new Refusal('lib.shape', {}, { fields: [{ path: 'file', message: '请选择文件' }] });
}
