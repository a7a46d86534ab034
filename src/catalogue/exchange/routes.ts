import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { mediaTypes, type NamedFile } from '#documents/index.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { oneOf } from '#lib/choice.ts';
import { brokenForm } from '#lib/http/faults.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { Refusal, refuse } from '#lib/refusal.ts';
import { item } from '../item/item.ts';
import { recordItem } from '../item/record.ts';
import { importItems } from '../reading/import-items.ts';
import { previewItems } from '../reading/preview.ts';
import { exportItems, FORMATS, type ExchangeFormat } from './export-items.ts';

const LARGEST = 20 * 1024 * 1024;

async function uploaded(request: FastifyRequest): Promise<NamedFile> {
  if (!request.isMultipart()) refuse('lib.media-type');
  try {
    const part = await request.file({ limits: { files: 1, fileSize: LARGEST, fields: 5 } });
    if (part) return { name: part.filename, bytes: await part.toBuffer() };
  } catch (fault) {
    const { code } = fault as { readonly code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE') refuse('lib.too-large', { limit: '20 MB' });
    throw brokenForm();
  }
  throw new Refusal('lib.shape', {}, { fields: [{ path: 'file', message: '请选择事项文件' }] });
}

const body = Type.Object({
  file: Type.Unsafe<string>({
    type: 'string',
    format: 'binary',
    title: '事项文件（xlsx、csv、json、jsonl）',
  }),
});
const upload = (summary: string, description: string, operationId: string) => ({
  tags: ['事项'],
  summary,
  description,
  operationId,
  consumes: ['multipart/form-data'],
  body,
});
async function editorOf(app: App, request: FastifyRequest): Promise<Person> {
  const by = await signedIn(app, request);
  if (!hasRole(recordItem.may, by)) refuse('lib.missing-role', { title: '导入事项' });
  return by;
}

/** `POST /api/items/preview` and `/import` (multipart `file`), `GET /api/items/file?place=&format=`. */
export async function exchangeRoutes(server: FastifyInstance, app: App): Promise<void> {
  await server.register(multipart);
  const previewed = upload(
    '导入预览',
    '逐行列出新增、变更（逐要素）、未变和有误；不改变任何记录',
    'items.preview',
  );
  server.post('/api/items/preview', { schema: previewed, bodyLimit: LARGEST }, async (request) => {
    await editorOf(app, request);
    return previewItems(app, await uploaded(request));
  });
  const imported = upload(
    '导入事项',
    '正确的行收录或变更，有误的逐行列出；重复导入不产生变化',
    'items.import',
  );
  server.post('/api/items/import', { schema: imported, bodyLimit: LARGEST }, async (request) => {
    const by = await editorOf(app, request);
    return importItems(app, await uploaded(request), { by });
  });
  const query = Type.Object({
    place: Type.Optional(
      Type.String({ title: '目录所属区划', pattern: '^[0-9]{2,12}$', wrong: '应为行政区划代码' }),
    ),
    format: oneOf(FORMATS, '格式'),
  });
  const schema = { tags: ['事项'], summary: '导出事项', operationId: 'items.file', querystring: query };
  server.get('/api/items/file', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    if (!hasRole(item.see, by)) refuse('lib.missing-role', { title: '导出事项' });
    const { place = null, format } = validated<{ place?: string; format: ExchangeFormat }>(
      query,
      request.query,
    );
    const { bytes } = await exportItems(app, { place, format });
    const name = encodeURIComponent(`事项目录${place === null ? '' : ` ${place}`}.${format}`);
    return reply
      .type(format === 'csv' ? 'text/csv; charset=utf-8' : mediaTypes[format])
      .header('content-disposition', `attachment; filename="items.${format}"; filename*=UTF-8''${name}`)
      .send(Buffer.from(bytes));
  });
}
