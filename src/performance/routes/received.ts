import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { attachmentType, directoryStore, type FileStore } from '#documents/index.ts';
import { Type } from 'typebox';
import type { Person } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { Refusal, refusalText, refuse } from '#lib/refusal.ts';
import type { UploadedFile } from '../audit-job.ts';
import { receivedReport, type ReceivedReport } from '../received/report.ts';
import { filesBody, MOST_FILES, uploaded } from './audits.ts';

const LARGEST = 20 * 1024 * 1024;

/** What became of one file of a dropped folder. */
interface Received {
  readonly fileName: string;
  readonly id: string | null;
  readonly number: string | null;
  readonly majorFindings: number | null;
  /** Why it was not taken, in Chinese; null when it was. */
  readonly why: string | null;
}
const storeOf = (app: App): FileStore => directoryStore(join(app.config.dataDirectory, 'files'));

/** The file is kept before the row that names it: a row never names a file that is not there. */
async function take(
  app: App,
  by: Person,
  file: UploadedFile,
  into: { readonly id: string | null; readonly region?: string },
): Promise<ReceivedReport> {
  const { id, region } = into;
  await storeOf(app).put(file.bytes);
  const { row } = await app.engine.perform({
    action: getAction(app, 'received-report', id === null ? 'receive' : 'receive-version'),
    id,
    input: {
      ...(region === undefined ? {} : { region }),
      fileName: file.name.slice(-200),
      content: Buffer.from(file.bytes).toString('base64'),
    },
    by,
    now: app.now(),
    key: null,
    ifMatch: null,
  });
  return row as ReceivedReport;
}

async function receiveOne(app: App, by: Person, region: string, file: UploadedFile): Promise<Received> {
  const fileName = file.name;
  try {
    const { id, number, majorFindings } = await take(app, by, file, { id: null, region });
    return { fileName, id, number, majorFindings, why: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const { message, next } = refusalText(fault);
    return { fileName, id: null, number: null, majorFindings: null, why: `${message}。${next}` };
  }
}

/** `POST /api/received-reports/folder?region=430611`: each file for itself, so that one broken file stops no other. */
export function receivedRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['绩效评价'],
    summary: '接收一批自评报告',
    operationId: 'received-reports.folder',
    consumes: ['multipart/form-data'],
    querystring: Type.Object({ region: Type.String({ title: '区划', pattern: '^[0-9]{6,12}$' }) }),
    body: filesBody('自评报告文件', MOST_FILES),
  };
  server.post('/api/received-reports/folder', { schema, bodyLimit: LARGEST * 5 }, async (request) => {
    const by = await signedIn(app, request);
    const { region } = request.query as { readonly region?: string };
    if (!region) throw new Refusal('lib.shape', {}, { fields: [{ path: 'region', message: '请选择区划' }] });
    const items: Received[] = [];
    // One after the other: each is read in a child process with its own limits.
    for (const file of await uploaded(request)) items.push(await receiveOne(app, by, region, file));
    return { items };
  });
  const newer = {
    tags: ['绩效评价'],
    summary: '接收更正版本',
    operationId: 'received-reports.version',
    consumes: ['multipart/form-data'],
    params: Type.Object({ key: Type.String({ title: '标识或编号' }) }),
    body: filesBody('更正后的文件', 1),
  };
  server.post(
    '/api/received-reports/:key/version',
    { schema: newer, bodyLimit: LARGEST },
    async (request) => {
      const by = await signedIn(app, request);
      const report = await getRow(receivedReport, (request.params as { key: string }).key, { by, app });
      const [file] = await uploaded(request);
      const { id, number, majorFindings } = await take(app, by, file!, { id: report.id });
      return { id, number, majorFindings };
    },
  );
  const original = { tags: ['绩效评价'], summary: '下载收到的原文件', operationId: 'received-reports.file' };
  server.get('/api/received-reports/:key/file', { schema: original }, async (request, reply) => {
    const by = await signedIn(app, request);
    const row = await getRow(receivedReport, (request.params as { key: string }).key, { by, app });
    const { file, fileName } = row as ReceivedReport;
    const bytes = (await storeOf(app).find(file)) ?? refuse('lib.not-found');
    return reply
      .type(attachmentType(bytes, { name: fileName }).mediaType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
      .send(Buffer.from(bytes));
  });
}
