import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { view } from '#lib/view.ts';
import { module } from '#lib/module.ts';
import { someone, testApp } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { ledgerTables, world } from '#lib/testing/world.ts';
import { Type } from 'typebox';

let app: Awaited<ReturnType<typeof testApp>>;
let server: TestServer;
const people = new Map<string, Person>([
  ['clerk', someone('甲', ['clerk', '430611'])],
  ['elsewhere', someone('乙', ['clerk', '430602'])],
  ['reader', someone('丙', ['reader'])],
  ['nobody', someone('丁')],
]);
const broken = module({
  name: 'broken',
  title: '坏',
  views: [
    view({
      name: 'broken',
      title: '坏',
      path: '/broken/{what}',
      may: 'signed-in',
      query: Type.Object({ what: Type.String() }),
      read: () => Promise.reject(new Error('secret detail 13800001234')),
    }),
  ],
});
const start = (body: unknown, headers: Record<string, string> = {}, token = 'clerk') =>
  server.call('POST', '/api/world-files', { token, body, headers });

beforeAll(async () => {
  app = await testApp([ledgerTables, world, broken], { authenticate: knownPeople(people) });
  server = await startTestServer(app);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

test('a birth answers 201, an action 200, both with the row and the actions open to the caller', async () => {
  const born = await start({ region: '430611', title: '路灯' });
  expect(born.status).toBe(201);
  expect(born.body).toMatchObject({ version: 1, state: 'open', title: '路灯', actions: ['rename'] });
  const renamed = await server.call('POST', `/api/world-files/${String(born.body['id'])}/rename`, {
    token: 'clerk',
    body: { title: '新路灯' },
    headers: { 'if-match': '"1"' },
  });
  expect(renamed.status).toBe(200);
  expect(renamed.body).toMatchObject({ version: 2, title: '新路灯' });
  expect(renamed.headers.get('x-request')).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
});

test('every fault of the input stands at its field, in Chinese, and nothing is written', async () => {
  const answer = await start({ region: 7, title: '', colour: 'red', departments: ['x', 4] });
  expect(answer.status).toBe(400);
  expect(answer.body['code']).toBe('lib.shape');
  expect(answer.body['fields']).toEqual(
    expect.arrayContaining([
      { path: 'region', message: '应填写文字' },
      { path: 'title', message: '不能为空' },
      { path: 'colour', message: '没有这一项，请删去' },
      { path: 'departments.1', message: '应填写文字' },
    ]),
  );
  expect((await start({})).body['fields']).toEqual(
    expect.arrayContaining([
      { path: 'region', message: '必填' },
      { path: 'title', message: '必填' },
    ]),
  );
  expect((await start({ region: '430611', title: 'a\u0000b' })).body['fields']).toEqual([
    { path: 'title', message: '含有不能保存的字符' },
  ]);
  expect((await start({ region: '430611', title: 'a\ud800' })).body['fields']).toEqual([
    { path: 'title', message: '含有不能保存的字符' },
  ]);
});

test.each([
  ['no sign-in', 'POST', '/api/world-files', undefined, { region: '430611', title: 'x' }, 401],
  ['no role', 'POST', '/api/world-files', 'nobody', { region: '430611', title: 'x' }, 403],
  ['another region', 'POST', '/api/world-files', 'elsewhere', { region: '430611', title: 'x' }, 403],
  ['not JSON', 'POST', '/api/world-files', 'clerk', '{"region":', 400],
  ['an array', 'POST', '/api/world-files', 'clerk', '[1]', 400],
  ['null', 'POST', '/api/world-files', 'clerk', 'null', 400],
  ['unknown path', 'GET', '/api/nowhere', 'clerk', undefined, 404],
  [
    'unknown id',
    'POST',
    '/api/world-files/00000000-0000-7000-8000-00000000000a/rename',
    'clerk',
    { title: 'x' },
    404,
  ],
  ['malformed id', 'POST', '/api/world-files/1;drop/rename', 'clerk', { title: 'x' }, 404],
  ['foreign filter', 'GET', '/api/world-files?colour=red', 'clerk', undefined, 400],
  ['bad page', 'GET', '/api/world-files?limit=abc', 'clerk', undefined, 400],
  ['list without role', 'GET', '/api/world-files', 'nobody', undefined, 403],
] as const)('%s is refused in the one shape of errors', async (...[, method, path, token, body, status]) => {
  const answer = await server.call(method, path, {
    ...(token ? { token } : {}),
    ...(body === undefined ? {} : { body }),
  });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({
    code: expect.any(String),
    message: expect.stringMatching(/[\u4e00-\u9fff]/),
    next: expect.stringMatching(/[\u4e00-\u9fff]/),
    fields: expect.any(Array),
    request: answer.headers.get('x-request'),
  });
});

test.each([
  ['form data', 'a=b', 'application/x-www-form-urlencoded'],
  ['plain text', '{"region":"430611","title":"x"}', 'text/plain'],
  ['another charset', '{"region":"430611","title":"x"}', 'application/json; charset=gbk'],
] as const)('%s is refused with 415', async (_, body, type) => {
  expect((await start(body, { 'content-type': type })).status).toBe(415);
});

test('bytes that are no UTF-8 are refused, not replaced', async () => {
  const bytes = Buffer.concat([
    Buffer.from('{"region":"430611","title":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}'),
  ]);
  const answer = await fetch(`${server.url}/api/world-files`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer clerk' },
    body: bytes,
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({
    code: 'lib.shape',
    fields: [{ message: '内容不是有效的 UTF-8 文字' }],
  });
});

test('a page size out of range says what it should be', async () => {
  const answer = await server.call('GET', '/api/world-files?limit=0', { token: 'clerk' });
  expect(answer.body['fields']).toEqual([{ path: 'limit', message: '应为 1 至 200 的整数' }]);
});

test('a filter that can be no value of its column is refused, not answered with an empty list', async () => {
  const answer = await server.call('GET', '/api/world-tasks?fileId=zzz', { token: 'clerk' });
  expect(answer.status).toBe(400);
  expect(answer.body['fields']).toEqual([{ path: 'fileId', message: '编号格式不对' }]);
});

test.each(['GET /% HTTP/1.1\r\nHost: x\r\n\r\n', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\u0001b\r\n\r\n'])(
  'a request that is hardly one is answered in the shape of errors: %j',
  async (text) => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((give, fail) => {
      const socket = connect(Number(port), hostname, () =>
        socket.write(text.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')),
      );
      let said = '';
      socket
        .on('data', (part) => (said += part.toString('utf8')))
        .on('end', () => give(said))
        .on('error', fail);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
      next: expect.any(String),
      fields: expect.any(Array),
    });
  },
);

test('too large is 413', async () => {
  expect((await start({ region: '430611', title: 'x', story: 'x'.repeat(1_100_000) })).status).toBe(413);
});

test('a wrong state is 409 with the current row', async () => {
  const born = await start({ region: '430611', title: '一件', departments: ['a'] });
  const id = String(born.body['id']);
  const tasks = await server.call('GET', `/api/world-tasks?fileId=${id}`, { token: 'clerk' });
  const [task] = tasks.body['items'] as { id: string }[];
  await server.call('POST', `/api/world-tasks/${task!.id}/finish`, { token: 'clerk', body: { points: 1 } });
  const late = await server.call('POST', `/api/world-files/${id}/rename`, {
    token: 'clerk',
    body: { title: '迟了' },
  });
  expect(late.status).toBe(409);
  expect(late.body).toMatchObject({
    code: 'lib.wrong-state',
    message: '当前状态为「已办结」，不能「更名」',
    current: { state: 'completed' },
  });
});

test('a repeat under the same key gets the first answer, word for word', async () => {
  const first = await start({ region: '430611', title: '重复' }, { 'idempotency-key': 'abc' });
  const second = await start({ region: '430611', title: '重复' }, { 'idempotency-key': 'abc' });
  expect(second).toMatchObject({ status: 201, body: first.body });
  expect((await start({ region: '430611', title: '别的' }, { 'idempotency-key': 'abc' })).status).toBe(422);
  expect((await start({ region: '430611', title: '别的' }, { 'idempotency-key': '' })).status).toBe(400);
});

test('a list pages by key and shows only what lies in sight', async () => {
  for (let n = 0; n < 7; n++) await start({ region: '430611', title: `第${n}页` });
  const seen: unknown[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: Awaited<ReturnType<typeof server.call>> = await server.call(
      'GET',
      `/api/world-files?limit=3&q=${encodeURIComponent('页')}${after ? `&after=${after}` : ''}`,
      { token: 'clerk' },
    );
    seen.push(...(page.body['items'] as { title: string }[]).map((item) => item.title));
    after = page.body['next'] as string | null;
  }
  expect(seen).toEqual(['第6页', '第5页', '第4页', '第3页', '第2页', '第1页', '第0页']);
  expect((await server.call('GET', '/api/world-files', { token: 'elsewhere' })).body['items']).toEqual([]);
  expect((await server.call('GET', '/api/world-files?q=%25', { token: 'clerk' })).body['items']).toEqual([]);
});

test('a detail shows its timeline, and to strangers it does not exist', async () => {
  const born = await start({ region: '430611', title: '详情', story: '经过如下' });
  const detail = await server.call('GET', `/api/world-files/${String(born.body['number'])}`, {
    token: 'clerk',
  });
  expect(detail.body).toMatchObject({
    title: '详情',
    story: '经过如下',
    actions: ['rename'],
    timeline: [{ title: '立卷', person: '甲', details: { story: '经过如下' } }],
  });
  expect(
    (await server.call('GET', `/api/world-files/${String(born.body['id'])}`, { token: 'elsewhere' })).status,
  ).toBe(404);
});

test('who asks at the same moment is told what he may see himself, of a list and of a detail', async () => {
  const born = await start({ region: '430611', title: '同时', story: '只给看得到的人' });
  const id = String(born.body['id']);
  const tokens = ['clerk', 'elsewhere', 'nobody', 'reader', 'clerk'];
  const ask = (path: string): Promise<readonly { status: number; body: Record<string, unknown> }[]> =>
    Promise.all(tokens.map((token) => server.call('GET', path, { token })));
  const alone = [];
  for (const token of tokens) alone.push(await server.call('GET', `/api/world-files/${id}`, { token }));
  const details = await ask(`/api/world-files/${id}`);
  expect(details.map(({ status }) => status)).toEqual(alone.map(({ status }) => status));
  expect(details.map(({ status }) => status).slice(0, 3)).toEqual([200, 404, 403]);
  const refused = details.filter(({ status }) => status !== 200);
  expect(JSON.stringify(refused.map(({ body }) => body))).not.toContain('只给看得到的人');
  const lists = await ask('/api/world-files?limit=3');
  const first = lists.map(({ body }) => (body['items'] as { id: string }[] | undefined)?.[0]?.id);
  expect(first.slice(0, 3)).toEqual([id, undefined, undefined]);
  expect(first[4]).toBe(id);
  expect(lists[2]!.status).toBe(403);
});

test('what was changed before somebody asks is in the answer, however many ask at once', async () => {
  const born = await start({ region: '430611', title: '第一名' });
  const path = `/api/world-files/${String(born.body['id'])}`;
  const look = (): Promise<readonly string[]> =>
    Promise.all([
      ...Array.from({ length: 20 }, async () =>
        String((await server.call('GET', path, { token: 'clerk' })).body['title']),
      ),
      server
        .call('GET', '/api/world-files?limit=1', { token: 'clerk' })
        .then(({ body }) => (body['items'] as { title: string }[])[0]!.title),
    ]);
  const before = look();
  const renamed = server.call('POST', `${path}/rename`, { token: 'clerk', body: { title: '第二名' } });
  expect((await renamed).status).toBe(200);
  expect(new Set(await look())).toEqual(new Set(['第二名']));
  for (const title of await before) expect(['第一名', '第二名']).toContain(title);
});

test('a bug answers 500 with its request number and not one word more', async () => {
  const answer = await server.call('GET', '/api/broken/x', { token: 'clerk' });
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|138/);
  expect(answer.body['next']).toContain(answer.headers.get('x-request'));
});

test('the OpenAPI document and its page list every action', async () => {
  const document = await server.call('GET', '/api/openapi.json');
  expect(document.body['openapi']).toBe('3.1.0');
  expect(Object.keys(document.body['paths'] as object)).toEqual(
    expect.arrayContaining([
      '/api/world-files',
      '/api/world-files/{id}/rename',
      '/api/world-tasks/{id}/finish',
      '/api/broken/{what}',
    ]),
  );
  const page = await fetch(`${server.url}/api`);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(await page.text()).toContain('/api/world-files/{id}/rename');
});

test('a NUL in an address leads nowhere, as any unknown name does', async () => {
  for (const path of ['/api/world-files/%00', '/api/broken/a%00b', '/api/world-files/x%00/rename']) {
    const method = path.endsWith('rename') ? 'POST' : 'GET';
    expect(await server.call(method, path, { token: 'clerk' })).toMatchObject({
      status: 404,
      body: { code: 'lib.not-found' },
    });
  }
  expect((await server.call('GET', '/api/world-files/%00')).status).toBe(404);
});

test('alive and ready are told apart', async () => {
  expect((await server.call('GET', '/health')).status).toBe(200);
  expect((await server.call('GET', '/ready')).status).toBe(200);
});
