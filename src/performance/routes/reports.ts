import { oneOf } from '#lib/choice.ts';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { PaperFormat } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { bannerOf } from '#lib/simulated.ts';
import { makeBundle } from '../bundle/make.ts';

import { getAssessed, type Wanted } from '../views/find.ts';
import { standingOf, writeReport } from '../year-report.ts';
import { which } from '../views/rights.ts';

const query = Type.Object({
  ...which,
  format: Type.Optional(
    oneOf<PaperFormat>({ docx: 'Word', xlsx: 'Excel', pdf: 'PDF', html: '网页', json: 'JSON' }, '格式'),
  ),
});

/** `GET /api/evaluations/{key}/report?format=docx`, `GET /api/evaluations/{key}/bundle`: files to take away. */
export function reportRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['绩效评价'],
    summary: '下载自评报告',
    operationId: 'evaluations.report',
    querystring: query,
  };
  server.get('/api/evaluations/:key/report', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    const asked = validated<{ key: string; organisation?: string; format?: PaperFormat }>(query, {
      ...(request.query as object),
      ...(request.params as object),
    });
    const format = asked.format ?? 'docx';
    const { evaluation, form, assessment } = await getAssessed(asked, { by, app });
    const course = evaluation;
    const reported = { content: course, form, assessment, course, standing: await standingOf(app, course) };
    const { bytes, mediaType } = await writeReport(reported, format, await bannerOf(app, course.year));
    const isShown = format === 'html' || format === 'json';
    // A page that stands for itself, with its own styles and nothing that runs.
    if (format === 'html')
      reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    return reply
      .type(mediaType)
      .header(
        'content-disposition',
        `${isShown ? 'inline' : 'attachment'}; filename="self-evaluation.${format}"`,
      )
      .send(Buffer.from(bytes));
  });
  const bundled = { tags: ['绩效评价'], summary: '下载签名的报告包', operationId: 'evaluations.bundle' };
  server.get('/api/evaluations/:key/bundle', { schema: bundled }, async (request, reply) => {
    const by = await signedIn(app, request);
    const asked = validated<Wanted>(Type.Object(which), {
      ...(request.query as object),
      ...(request.params as object),
    });
    const bundle = await makeBundle(app, asked, { by, app });
    return reply
      .type('application/json; charset=utf-8')
      .header(
        'content-disposition',
        `attachment; filename="evaluation-${bundle.body.evaluation.number}.bundle.json"`,
      )
      .send(JSON.stringify(bundle));
  });
}
