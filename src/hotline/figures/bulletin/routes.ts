import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { writePaper, mediaTypes, type PaperFormat } from '#documents/index.ts';
import { hasRole } from '#lib/action/permission.ts';
import type { App } from '#lib/app.ts';
import { oneOf } from '#lib/choice.ts';
import { signedIn } from '#lib/http/server.ts';
import { validated } from '#lib/http/validate.ts';
import { refuse } from '#lib/refusal.ts';
import { bannerOf } from '#lib/simulated.ts';
import { originOf } from '../../address.ts';
import { workOrder } from '../../order/work-order.ts';
import { makeBulletin } from './bulletin.ts';
import { bulletinPaper } from './paper.ts';
import { periodQuery, type PeriodAsked } from './period.ts';

type Format = Extract<PaperFormat, 'docx' | 'xlsx' | 'pdf' | 'html'>;
const query = Type.Object({
  ...periodQuery,
  format: oneOf<Format>({ docx: 'Word', xlsx: 'Excel', pdf: 'PDF', html: '网页' }, '格式'),
});

/** `GET /api/hotline/bulletin/file?year=2020&month=5&format=docx`: the bulletin to take away. */
export function bulletinRoutes(server: FastifyInstance, app: App): void {
  const schema = { tags: ['12345 热线与信箱'], summary: '下载通报', operationId: 'hotline.bulletin-file' };
  server.get('/api/hotline/bulletin/file', { schema }, async (request, reply) => {
    const by = await signedIn(app, request);
    if (!hasRole(workOrder.see, by)) refuse('lib.missing-role', { title: '下载通报' });
    const { format, ...asked } = validated<PeriodAsked & { readonly format: Format }>(query, request.query);
    const bulletin = await makeBulletin({ by, app }, asked);
    const bytes = await writePaper(
      bulletinPaper(bulletin, { ...(await bannerOf(app)), origin: originOf(app, request) }),
      format,
    );
    const name = encodeURIComponent(
      `热线通报 ${bulletin.period.title}${bulletin.period.asOf === null ? '' : `（截至 ${bulletin.period.asOf}）`}${bulletin.share ? ` ${bulletin.share}部分` : ''}.${format}`,
    );
    return reply
      .type(mediaTypes[format])
      .header('content-disposition', `attachment; filename="bulletin.${format}"; filename*=UTF-8''${name}`)
      .send(Buffer.from(bytes));
  });
}
