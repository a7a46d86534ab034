import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { refuse } from '#lib/refusal.ts';
import { deskMissingPage } from './desk-missing-page.ts';

const BUILT = fileURLToPath(new URL('../../dist/desk', import.meta.url));
const WORKER = 'cases/intake-worker.js';
const YEAR_SECONDS = 31_536_000;
const FILE_NAME = /^[\w-][\w.-]*$/;

/**
 * The staff workplace under `/desk/`: built files with a hash in their name never change, every other address there is a
 * page of the single-page application and gets its `index.html`.
 */
export function deskFiles(server: FastifyInstance): void {
  void server.register(fastifyStatic, {
    root: BUILT,
    serve: false,
    preCompressed: true,
    // The files are there from the start or not at all; a start without them still serves the API.
    wildcard: false,
    allowedPath: (path) => !path.split('/').some((part) => part.startsWith('.')),
  });
  const page = (reply: FastifyReply): FastifyReply =>
    existsSync(join(BUILT, 'index.html'))
      ? reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
      : reply.code(503).type('text/html; charset=utf-8').send(deskMissingPage().__html);
  server.get('/desk', { schema: { hide: true } }, (_request, reply) => reply.redirect('/desk/', 308));
  // One-time links for new accounts are short; what stands after `#` stays with the browser across the redirect.
  server.get('/invitation', { schema: { hide: true } }, (_request, reply) =>
    reply.redirect('/desk/invitation', 302),
  );
  server.get('/desk/assets/:name', { schema: { hide: true } }, (request, reply) => {
    const { name } = request.params as { name: string };
    // Checked before anything is said about caching: that a file is missing must not be remembered for a year.
    if (!FILE_NAME.test(name) || !existsSync(join(BUILT, 'assets', name))) return refuse('lib.not-found');
    return reply
      .header('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      .sendFile(`assets/${name}`, { cacheControl: false });
  });
  // Asked for anew at every visit, so that the page that opens without a network is never older than the last one opened.
  server.get('/desk/cases/intake-worker.js', { schema: { hide: true } }, (_request, reply) =>
    existsSync(join(BUILT, WORKER))
      ? reply.header('cache-control', 'no-cache').sendFile(WORKER, { cacheControl: false })
      : refuse('lib.not-found'),
  );
  server.get('/desk/*', { schema: { hide: true } }, (_request, reply) => page(reply));
}
