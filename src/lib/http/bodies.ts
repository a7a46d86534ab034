import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '#lib/refusal.ts';

const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * JSON bodies are UTF-8 and nothing else: bytes that are no text would be stored as replacement characters, and the
 * ledger would swear to words nobody wrote. No other type is taken but by the routes that take uploads.
 */
export function jsonBodies(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser(/^application\/json/i, { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (!JSON_TYPE.test(request.headers['content-type'] ?? ''))
      return done(new Refusal('lib.media-type'), undefined);
    if (!isUtf8(body)) {
      return done(
        new Refusal('lib.shape', {}, { fields: [{ path: '', message: '内容不是有效的 UTF-8 文字' }] }),
        undefined,
      );
    }
    return parse(request, body.toString('utf8'), done);
  });
}
