import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { publicRow } from '#lib/action/engine/answer.ts';
import type { Noun, Row } from '#lib/action/noun.ts';
import type { Log } from '#lib/log.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';

/** The one shape of every error answer (contracts.md). */
export interface ErrorBody {
  readonly code: string;
  readonly message: string;
  readonly next: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly request: string;
  readonly current?: unknown;
}

/** What Fastify itself refuses, as refusals of ours. */
function fromFastify(error: FastifyError): Refusal | null {
  if (error.code === 'FST_ERR_BAD_URL') return new Refusal('lib.not-found');
  if (error.statusCode === 413 || error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('lib.too-large', { limit: '1 MB' });
  if (error.statusCode === 415) return new Refusal('lib.media-type');
  if (error.statusCode === 429) return new Refusal('lib.too-many', { seconds: 60 });
  if (error.statusCode === 400)
    return new Refusal('lib.shape', {}, { fields: [{ path: '', message: '内容不是有效的 JSON' }] });
  return error.statusCode === 404 ? new Refusal('lib.not-found') : null;
}

/** A form that cannot be read to its end: cut off, no boundary, more fields than it has. Its reader throws all sorts. */
export const brokenForm = (): Refusal =>
  new Refusal(
    'lib.shape',
    {},
    { fields: [{ path: '', message: '上传的表单不完整或项数太多，请重新选择文件后再传' }] },
  );

function currentOf(refusal: Refusal): unknown {
  const held = refusal.current as { readonly noun?: Noun; readonly row?: Row } | undefined;
  return held?.noun && held.row ? publicRow(held.noun, held.row) : refusal.current;
}

/** A refusal becomes its sentence, and `Retry-After` when it is a matter of waiting; anything else is logged as a bug and answered with its request number alone. */
export function answerFault(log: Log) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = error instanceof Refusal ? error : fromFastify(error as FastifyError);
    if (!refusal) {
      log.error('request.fault', error, {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '',
      });
      const body: ErrorBody = {
        code: 'lib.fault',
        message: '系统出了问题，本次操作没有完成',
        next: `请稍后再试；如仍不行，请把编号 ${request.id} 告诉管理员`,
        fields: [],
        request: request.id,
      };
      return reply.code(500).send(body);
    }
    const { status, message, next } = refusalText(refusal);
    const { seconds } = refusal.facts;
    if (status === 429 && seconds !== undefined) reply.header('retry-after', seconds);
    const current = currentOf(refusal);
    const body: ErrorBody = {
      code: refusal.code,
      message,
      next,
      fields: refusal.fields,
      request: request.id,
      ...(current === undefined ? {} : { current }),
    };
    return reply.code(status).send(body);
  };
}

/** What is no HTTP at all is answered in the same shape, without a number: there is no request yet. */
export function brokenRequest(_error: Error, socket: Socket): void {
  const { message, next } = refusalText(new Refusal('lib.shape'));
  const body: ErrorBody = {
    code: 'lib.shape',
    message,
    next,
    fields: [{ path: '', message: '请求不符合 HTTP 格式' }],
    request: '',
  };
  const text = JSON.stringify(body);
  if (socket.writable) {
    const head = `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n`;
    socket.write(head + text);
  }
  socket.destroySoon();
}
