import type { FastifyReply } from 'fastify';
import type { Html } from '#lib/html.ts';

export const HIDDEN = { schema: { hide: true } } as const;
/** A page of somebody's own is kept nowhere on the way, nor in the browser of a hall. */
export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page.__html);
