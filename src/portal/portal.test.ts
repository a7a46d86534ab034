import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Noun } from '#lib/action/noun.ts';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { simulation } from '#simulation/index.ts';
import { deskFiles } from './desk-files.ts';
import { portalPages } from './pages.ts';

let server: FastifyInstance;
const site = { hasDemo: true, hasYear: true };
const [simulatedYear] = simulation.nouns as [Noun];

beforeAll(async () => {
  server = fastify();
  server.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof Refusal ? refusalText(error).status : 500).send(),
  );
  portalPages(server, {
    nouns: [simulatedYear],
    query: (text) => {
      const asksForYears = text.includes('simulated_year');
      if (asksForYears) return Promise.resolve(site.hasYear ? [{ year: 2020 }] : []);
      return Promise.resolve(site.hasDemo ? [{}] : []);
    },
  });
  deskFiles(server);
  await server.ready();
});
afterAll(() => server.close());

test('the first page is whole without script or inline style, and leads to the desk and the interface', async () => {
  const { body, headers } = await server.inject('/');
  expect(headers['content-type']).toContain('text/html');
  expect(body).not.toMatch(/<script|style=|<style|onclick/);
  for (const part of [
    'lang="zh-CN"',
    'href="#content"',
    '<h1>',
    'href="/desk/"',
    'href="/api"',
    '/portal.css',
  ])
    expect(body).toContain(part);
});

test('a demonstration and a simulated year say so on the first page, a real office does not', async () => {
  expect((await server.inject('/')).body).toContain('公开数据示例');
  site.hasDemo = false;
  expect((await server.inject('/')).body).toContain('模拟数据');
  site.hasYear = false;
  expect((await server.inject('/')).body).not.toContain('模拟数据');
  expect((await server.inject('/')).body).not.toContain('公开数据示例');
});

test('stylesheet and sign are files of their own', async () => {
  expect((await server.inject('/portal.css')).headers['content-type']).toContain('text/css');
  expect((await server.inject('/portal.svg')).headers['content-type']).toContain('image/svg+xml');
});

test.each(['/desk', '/desk/', '/desk/evaluations/2020/sheet'])(
  '%s leads to the application, or says that it is not built yet',
  async (path) => {
    const { statusCode, headers } = await server.inject(path);
    expect([200, 308, 503]).toContain(statusCode);
    expect(headers['cache-control'] ?? '').not.toContain('immutable');
  },
);

test.each([
  '/desk/assets/nothing.js',
  '/desk/assets/..%2f..%2f..%2fpackage.json',
  '/desk/assets/.source',
  '/desk/assets/a%00b',
])('%s is not found, and that is not kept in a cache', async (path) => {
  const { statusCode, headers } = await server.inject(path);
  expect([400, 404]).toContain(statusCode);
  expect(headers['cache-control']).toBeUndefined();
});

test('a one-time link leads to the desk, where the secret stays in the browser', async () => {
  const { statusCode, headers } = await server.inject('/invitation');
  expect([statusCode, headers.location]).toEqual([302, '/desk/invitation']);
});
