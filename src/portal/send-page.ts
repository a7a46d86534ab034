import type { FastifyReply } from 'fastify';
import type { Html } from '#lib/html.ts';

/** A page for everybody: kept by nobody without asking again. */
export const sendPage = (reply: FastifyReply, page: Html): FastifyReply =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page.__html);
