import type { FastifyInstance } from 'fastify';
import { intakeSheet, isCode } from '#cases/index.ts';
import { findGuideSource, toldIn } from '#catalogue/index.ts';
import { mediaTypes, writePaper } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { originOf } from '#lib/http/origin.ts';
import { refuse } from '#lib/refusal.ts';
import { bannerOf } from '#lib/simulated.ts';

const FORMATS = ['pdf', 'html', 'docx'] as const;
type Format = (typeof FORMATS)[number];
interface Params {
  readonly code: string;
  readonly format: string;
}
/** The paper brings its own style and nothing else. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'";

/**
 * `/items/{code}/sheet.{pdf|html|docx}`: the sheet to fill in by hand, without an account; `?q1=choice` ticks an answer,
 * `?draft=code` prints the code of a draft, of which nothing is looked up.
 */
export function sheetRoutes(server: FastifyInstance, app: App): void {
  server.get('/items/:code/sheet.:format', { schema: { hide: true } }, async (request, reply) => {
    const { code, format } = request.params as Params;
    const asked: Format = FORMATS.find((each) => each === format) ?? refuse('lib.not-found');
    const source = (await findGuideSource(app, code)) ?? refuse('lib.not-found');
    const query = request.query as Readonly<Record<string, unknown>>;
    const paper = intakeSheet({
      source,
      site: originOf(app, request),
      answers: toldIn(source.elements, query),
      code: isCode(query['draft']) ? query['draft'] : undefined,
    });
    const bytes = Buffer.from(await writePaper({ ...paper, ...(await bannerOf(app)) }, asked));
    const way = asked === 'docx' ? 'attachment' : 'inline';
    const name = encodeURIComponent(`${source.name}-手工登记单.${asked}`);
    return reply
      .type(mediaTypes[asked])
      .header('content-disposition', `${way}; filename="sheet.${asked}"; filename*=UTF-8''${name}`)
      .header('content-security-policy', ALONE)
      .send(bytes);
  });
}
