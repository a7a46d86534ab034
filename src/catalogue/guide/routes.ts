import type { FastifyInstance } from 'fastify';
import { mediaTypes, writePaper } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { refuse } from '#lib/refusal.ts';
import { bannerOf } from '#lib/simulated.ts';
import { guideOf } from './guide.ts';
import { paperOf } from './paper-of.ts';
import { PAPERS, type ItemFormat, type PaperKind } from './papers.ts';
import { findGuideSource } from './source.ts';
import { toldIn } from './told.ts';

const FILE = /^([a-z]+)\.([a-z]+)$/;

/** Which paper in which format a file name means, or nothing. */
function findPlan(file: string): { readonly kind: PaperKind; readonly format: ItemFormat } | null {
  const [, kind, format] = FILE.exec(file) ?? [];
  if (kind === undefined || !Object.hasOwn(PAPERS, kind)) return null;
  const { formats } = PAPERS[kind as PaperKind];
  const found = formats.find((each) => each === format);
  return found ? { kind: kind as PaperKind, format: found } : null;
}

/**
 * `GET /api/items/{code}/papers/{file}`: `guide.docx`, `notice.pdf`, `chart.pdf` (A1), `card.pdf` (A6), `intake.html`,
 * `process.pdf`; `?q1=choice` answers the item's first question. Public, as the item is.
 */
export function guideRoutes(server: FastifyInstance, app: App): void {
  const schema = {
    tags: ['事项'],
    summary: '下载事项文书（指南、告知单、上墙图、便民卡、收件登记表、流程）',
    operationId: 'items.paper',
  };
  server.get('/api/items/:code/papers/:file', { schema }, async (request, reply) => {
    const { code, file } = request.params as { readonly code: string; readonly file: string };
    const plan = findPlan(file) ?? refuse('lib.not-found');
    const source = (await findGuideSource(app, code)) ?? refuse('lib.not-found');
    const told = toldIn(source.elements, request.query as Readonly<Record<string, unknown>>);
    const paper = { ...paperOf(plan.kind, guideOf(source, told)), ...(await bannerOf(app)) };
    const name = encodeURIComponent(`${source.name}-${PAPERS[plan.kind].title}.${plan.format}`);
    return reply
      .type(mediaTypes[plan.format])
      .header('content-disposition', `attachment; filename="${file}"; filename*=UTF-8''${name}`)
      .send(Buffer.from(await writePaper(paper, plan.format)));
  });
}
