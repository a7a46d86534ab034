import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { attachment, attachmentStore, dispositionOf, type Attachment } from '#documents/index.ts';
import { publicRow } from '#lib/action/engine/answer.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import type { Person } from '#lib/action/person.ts';
import type { App } from '#lib/app.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { branch, type Branch } from '../branch/branch.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';

interface Asked {
  readonly by: Person;
  readonly app: App;
}
/** What a department that was asked needs of another's case: not its notices, not its other branches. */
const SHOWN = [
  'id',
  'number',
  'state',
  'itemCode',
  'itemName',
  'department',
  'place',
  'applicantKind',
  'applicantName',
  'matter',
  'answers',
  'papers',
  'receivedAt',
  'acceptedAt',
  'legalDueAt',
  'promisedDueAt',
  'outstandingDueAt',
] as const;

const getBranch = async (key: string, asked: Asked): Promise<Branch> =>
  (await getRow(branch, key, asked)) as Branch;

async function getCase({ caseId }: Branch, app: App): Promise<CaseFile> {
  const [record] = await app.query('select * from case_file where id = $1', [caseId]);
  return record ? (rowFrom(caseFile, record) as CaseFile) : refuse('lib.not-found');
}
const kept = (record: Readonly<Record<string, unknown>>): Attachment =>
  rowFrom(attachment, record) as Attachment;

/**
 * 分支所涉办件 — `{ …the case as far as it is needed, files: [{ id, name, size }] }` for the department whose branch it is: it
 * judges papers it may not otherwise see, because the case is another department’s.
 */
export const branchCaseView = view({
  name: 'cases.branch-case',
  title: '分支所涉办件',
  path: '/case-branches/{key}/case',
  may: branch.see,
  query: Type.Object({ key: Type.String({ title: '分支标识或编号', minLength: 1, maxLength: 100 }) }),
  read: async ({ query: { key }, by, app }) => {
    const row = await getCase(await getBranch(key, { by, app }), app);
    const whole = publicRow(caseFile, row);
    const found = await app.query(
      "select * from attachment where subject_noun = 'case-file' and subject = $1 and state = 'kept' order by id",
      [row.id],
    );
    return {
      ...Object.fromEntries(SHOWN.map((name) => [name, whole[name]])),
      files: found.map(kept).map(({ id, name, size }) => ({ id, name, size })),
    };
  },
});

/** `GET /api/case-branches/{key}/files/{id}`: a paper of the case, for the department whose branch it is. */
export function branchFileRoutes(server: FastifyInstance, app: App): void {
  const schema = { tags: ['办件'], summary: '下载分支所涉办件的附件', operationId: 'cases.branch-file' };
  server.get('/api/case-branches/:key/files/:id', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    const { key, id } = request.params as { readonly key: string; readonly id: string };
    const { caseId } = await getBranch(key, { by, app });
    if (!isUuid(id)) refuse('lib.not-found');
    const [record] = await app.query(
      "select * from attachment where id = $1 and subject_noun = 'case-file' and subject = $2 and state = 'kept'",
      [id, caseId],
    );
    const { sha256, mediaType, name } = record ? kept(record) : refuse('lib.not-found');
    const bytes = (await attachmentStore(app).find(sha256 as never)) ?? refuse('lib.not-found');
    return reply
      .type(mediaType)
      .header('content-disposition', dispositionOf(name ?? '附件'))
      .send(bytes);
  });
}
