import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { brokenForm } from '#lib/http/faults.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { inMegabytes, readLimits } from '../limits.ts';

export interface Received {
  readonly name: string;
  readonly bytes: Buffer;
  readonly subjectNoun: string;
  readonly subject: string;
}
const Fields = Type.Object({
  subjectNoun: Type.String({ title: '所属记录种类', minLength: 1, maxLength: 100 }),
  subject: Type.String({ title: '所属记录', format: 'uuid' }),
});
const LIMITS = { files: 1, fileSize: readLimits.fileBytes, fields: 4, fieldSize: 1000, parts: 6 };

const faultAt = (path: string, message: string): never => {
  throw new Refusal('lib.shape', {}, { fields: [{ path, message }] });
};

interface Parts {
  readonly file: { readonly name: string; readonly bytes: Buffer } | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function partsOf(request: FastifyRequest): Promise<Parts> {
  const fields: Record<string, unknown> = {};
  let file: Parts['file'];
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') file = { name: part.filename, bytes: await part.toBuffer() };
    else fields[part.fieldname] = part.value;
  }
  return { file, fields };
}

/** What the reader of forms says, as sentences of ours. */
function refusalOf(fault: unknown): unknown {
  const { code = '' } = fault as { readonly code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal('lib.too-large', { limit: inMegabytes(readLimits.fileBytes) });
  if (code === 'FST_FILES_LIMIT') return new Refusal('lib.too-large', { limit: '1 个文件' });
  return brokenForm();
}

/** The one file of a form, with the record it is for. */
export async function receive(request: FastifyRequest): Promise<Received> {
  if (!request.isMultipart()) refuse('lib.media-type');
  const { file, fields } = await partsOf(request).catch((fault: unknown) => {
    throw refusalOf(fault);
  });
  const named = validated<{ subjectNoun: string; subject: string }>(Fields, fields);
  return { ...named, ...(file ?? faultAt('file', '请选择要上传的文件')) };
}
