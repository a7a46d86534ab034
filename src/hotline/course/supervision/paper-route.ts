import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { mediaTypes, writePaper } from '#documents/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { RowOf } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import { oneOf } from '#lib/choice.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { bannerOf } from '#lib/simulated.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { supervisionPaper } from './paper.ts';
import { supervision } from './supervision.ts';

const FORMATS = { docx: 'Word', pdf: 'PDF' };
type Format = keyof typeof FORMATS;
const query = Type.Object({ format: Type.Optional(oneOf<Format>(FORMATS, '格式')) });
const ISSUER = '12345 政务服务便民热线办公室';

/** `GET /api/supervisions/{key}/paper?format=docx`: the notice to print or to send, for whoever may see it. */
export function supervisionRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['12345 热线与信箱'],
    summary: '下载督办文书',
    operationId: 'supervisions.paper',
    querystring: query,
  };
  server.get('/api/supervisions/:key/paper', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    const { format = 'docx' } = validated<{ format?: Format }>(query, request.query);
    const { key } = request.params as { readonly key: string };
    const row = (await getRow(supervision, key, { by, app })) as RowOf<typeof supervision>;
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const issuer = `${tree.root?.name ?? ''}${ISSUER}`;
    const served = { supervision: row, unitName: tree.nameOf(row.unit), issuer };
    const paper = { ...supervisionPaper(served), ...(await bannerOf(app)) };
    const bytes = await writePaper(paper, format);
    return reply
      .type(mediaTypes[format])
      .header('content-disposition', `attachment; filename="supervision-${row.number}.${format}"`)
      .send(Buffer.from(bytes));
  });
}
