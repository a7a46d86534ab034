import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { importerOf, uploaded, uploadRoute } from '../reading/upload.ts';
import { importCases, previewCases } from './import-cases.ts';
import { recordElsewhere } from './record.ts';

const query = Type.Object({
  system: Type.Optional(Type.String({ title: '来源系统（文件没有这一列时）', minLength: 1, maxLength: 60 })),
});
const systemIn = (asked: unknown) => validated<{ readonly system?: string }>(query, asked);

/** `POST /api/cases/import?system=` and `/api/cases/import/preview` (multipart `file`). */
export async function elsewhereRoutes(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async (own) => {
    await own.register(multipart);
    const previewed = uploadRoute(
      '外部系统办件导入预览',
      '逐行列出新增、变更、未变和有误；不改变任何记录',
      'cases.preview',
    );
    own.post(
      '/api/cases/import/preview',
      { ...previewed, schema: { ...previewed.schema, querystring: query } },
      async (request) => {
        await importerOf(app, request, recordElsewhere);
        return previewCases(app, await uploaded(request), systemIn(request.query));
      },
    );
    const imported = uploadRoute(
      '导入外部系统办件',
      '正确的行登记或更新，有误的逐行列出；重复导入不产生变化',
      'cases.import',
    );
    own.post(
      '/api/cases/import',
      { ...imported, schema: { ...imported.schema, querystring: query } },
      async (request) => {
        const by = await importerOf(app, request, recordElsewhere);
        return importCases(app, await uploaded(request), { by, ...systemIn(request.query) });
      },
    );
  });
}
