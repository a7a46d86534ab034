import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { ledger } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import type { Assembled } from '#lib/assemble.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { world } from '#lib/testing/world.ts';
import { documents } from '../module.ts';
import { fileNameOf } from '../store.ts';
import { docxOf, paragraph } from '../testing/office.ts';

const STAFF = ['people.staff'] as const;
const clerk = someone('经办员', ['clerk', '430611'], STAFF);
const people = new Map<string, Person>([
  ['clerk', clerk],
  ['reader', someone('查阅员', ['reader'], STAFF)],
  ['elsewhere', someone('外区经办', ['clerk', '430602'], STAFF)],
  ['auditor', someone('账本审计员', ['ledger.auditor'], STAFF)],
  ['archivist', someone('档案员', ['documents.archivist', '430611'], STAFF)],
  ['archivist-elsewhere', someone('外区档案员', ['documents.archivist', '430602'], STAFF)],
]);
let app: Assembled;
let server: TestServer;
let subject = '';
beforeAll(async () => {
  app = await testApp([ledger, world, documents], { authenticate: knownPeople(people) });
  server = await startTestServer(app);
  subject = (await acting(app)(clerk, 'world-file.start', { region: '430611', title: '路灯' })).row.id;
  await runReactions(app);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

interface Sent {
  readonly name?: string;
  readonly token?: string;
  readonly subject?: string;
  readonly subjectNoun?: string;
  readonly headers?: Record<string, string>;
  readonly url?: string;
}
type Answer = { readonly status: number; readonly body: Record<string, unknown> };
async function upload(bytes: Uint8Array, sent: Sent = {}): Promise<Answer> {
  const form = new FormData();
  form.set('subjectNoun', sent.subjectNoun ?? 'world-file');
  form.set('file', new Blob([new Uint8Array(bytes)]), sent.name ?? '说明.txt');
  form.set('subject', sent.subject ?? subject);
  const answer = await fetch(`${sent.url ?? server.url}/api/attachments`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${sent.token ?? 'clerk'}`, ...sent.headers },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const download = (id: unknown, token = 'clerk') =>
  fetch(`${server.url}/api/attachments/${String(id)}/content`, {
    headers: { authorization: `Bearer ${token}` },
  });
const eraseOne = (id: unknown, token = 'archivist') =>
  server.call('POST', `/api/attachments/${String(id)}/erase`, { token, body: { reason: '保存期满' } });
/** Names of the files in the store. */
async function stored(): Promise<readonly string[]> {
  const directory = join(app.config.dataDirectory, 'attachments');
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

test('a file is kept under its digest, and comes back as a download with its own name', async () => {
  const bytes = docxOf(paragraph('现场照片说明'));
  const { status, body } = await upload(bytes, { name: '现场 说明.docx' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    state: 'kept',
    name: '现场 说明.docx',
    kind: 'docx',
    size: bytes.length,
    sha256: fileNameOf(bytes),
    subjectNoun: 'world-file',
    subject,
    scope: '430611',
    uploadedByName: '经办员',
  });
  const answer = await download(body['id']);
  expect(answer.status).toBe(200);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes));
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="attachment.docx"; filename*=UTF-8\'\'%E7%8E%B0%E5%9C%BA%20%E8%AF%B4%E6%98%8E.docx',
  );
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-type')).toContain('wordprocessingml');
});

test('the ledger knows the digest and not the name', async () => {
  const { body } = await upload(text('甲的材料'), { name: '李四身份证.txt' });
  const [entry] = await app.query('select * from ledger_entry where subject = $1', [body['id']]);
  expect(entry).toMatchObject({ noun: 'attachment', action: 'attach', person_name: '经办员' });
  expect(entry!['details']).toMatchObject({ sha256: fileNameOf(text('甲的材料')), kind: 'txt' });
  expect(JSON.stringify(entry)).not.toContain('李四');
  const prose = await app.query('select * from ledger_prose where entry = $1', [entry!['id']]);
  expect(prose).toEqual([]);
});

const docm = docxOf(paragraph('a'), { 'word/vbaProject.bin': 'macro' });
const bomb = zipSync(
  {
    '[Content_Types].xml': text('<Types/>'),
    'word/document.xml': new Uint8Array(30 * 1024 * 1024),
  },
  { level: 1 },
);
test.each([
  { of: 'an empty file', bytes: new Uint8Array(), status: 422, code: 'documents.empty' },
  { of: 'a document with macros', bytes: docm, status: 422, code: 'documents.macros' },
  { of: 'a zip bomb', bytes: bomb, status: 422, code: 'documents.zip-bomb' },
  { of: 'a web page', bytes: text('<html><script>1</script>'), status: 415, code: 'documents.not-accepted' },
  {
    of: 'a program',
    bytes: Buffer.from('4d5a900003000000ffff', 'hex'),
    status: 415,
    code: 'documents.not-accepted',
  },
  {
    of: 'more than 20 MB',
    bytes: Buffer.alloc(20 * 1024 * 1024 + 1, 'a'),
    status: 413,
    code: 'lib.too-large',
  },
])('$of is refused and leaves nothing behind', async ({ bytes, status, code }) => {
  const before = await stored();
  const [rows] = await app.query('select count(*) as n from attachment', []);
  const answer = await upload(bytes);
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
  expect(answer.body['message']).toMatch(/\p{Script=Han}/u);
  expect(await stored()).toEqual(before);
  expect(await app.query('select count(*) as n from attachment', [])).toEqual([rows]);
});

test('exactly 20 MB are accepted', async () => {
  expect((await upload(Buffer.alloc(20 * 1024 * 1024, 'a'))).status).toBe(201);
});

test('a form without its parts is refused at its fields', async () => {
  const post = (body: FormData | string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/attachments`, {
      method: 'POST',
      body,
      headers: { authorization: 'Bearer clerk', ...headers },
    });
  const form = new FormData();
  form.set('subjectNoun', 'world-file');
  form.set('subject', subject);
  const noFile = await post(form);
  expect(noFile.status).toBe(400);
  expect(((await noFile.json()) as Answer['body'])['fields']).toEqual([
    { path: 'file', message: '请选择要上传的文件' },
  ]);
  expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(415);
  expect((await upload(text('a'), { subject: 'not-an-id' })).body['fields']).toEqual([
    { path: 'subject', message: '编号格式不对' },
  ]);
  expect((await upload(text('a'), { subjectNoun: 'attachment' })).status).toBe(400);
  form.append('file', new Blob(['a']), 'a.txt');
  form.append('file', new Blob(['b']), 'b.txt');
  expect((await post(form)).status).toBe(413);
});

test('one adds to a record on which there is something to do, and reads what one may see', async () => {
  const { body } = await upload(text('材料'));
  const { id } = body;
  expect((await upload(text('x'), { token: 'reader' })).body['code']).toBe('documents.not-open');
  expect((await upload(text('x'), { token: 'elsewhere' })).status).toBe(404);
  expect((await upload(text('x'), { subject: '00000000-0000-7000-8000-00000000dead' })).status).toBe(404);
  expect((await upload(text('x'), { token: 'nobody' })).status).toBe(401);
  const read = async (token: string) => (await download(id, token)).status;
  expect(await Promise.all(['reader', 'clerk', 'archivist'].map(read))).toEqual([200, 200, 200]);
  expect(await read('elsewhere')).toBe(404);
  // Who checks figures sees the record and that there is a file, masks and all; what is in it nobody masks.
  const listed = await server.call('GET', `/api/attachments?subjectNoun=world-file&subject=${subject}`, {
    token: 'auditor',
  });
  expect([
    listed.status,
    (await server.call('GET', `/api/world-files/${subject}`, { token: 'auditor' })).status,
  ]).toEqual([200, 200]);
  expect((await download(id, 'auditor')).status).toBe(403);
  expect(await read('archivist-elsewhere')).toBe(403); // no role at all for this kind of record
  expect(await read('nobody')).toBe(401);
  expect((await download('00000000-0000-7000-8000-00000000dead')).status).toBe(404);
  expect((await download('..%2f..%2fkeys')).status).toBe(404);
});

test('the attachments of a record are listed for whoever may see it', async () => {
  const other = await acting(app)(clerk, 'world-file.start', { region: '430611', title: '井盖' });
  for (const name of ['一.txt', '二.txt']) await upload(text(name), { name, subject: other.row.id });
  const path = `/api/attachments?subjectNoun=world-file&subject=${other.row.id}`;
  const names = async (token: string) =>
    ((await server.call('GET', path, { token })).body['items'] as { name: string }[]).map(
      (each) => each.name,
    );
  expect(await names('reader')).toEqual(['一.txt', '二.txt']);
  expect(await names('archivist')).toEqual(['一.txt', '二.txt']);
  expect((await server.call('GET', path, { token: 'elsewhere' })).status).toBe(404);
  const [first] = (await server.call('GET', path, { token: 'archivist' })).body['items'] as Answer['body'][];
  expect(first!['actions']).toEqual(['erase']);
  const detail = `/api/attachments/${String(first!['number'])}`;
  expect((await server.call('GET', detail, { token: 'reader' })).body).toMatchObject({
    name: '一.txt',
    actions: [],
  });
  expect((await server.call('GET', detail, { token: 'elsewhere' })).status).toBe(404);
});

test('a repeated upload under one key is one attachment', async () => {
  const send = () => upload(text('一次'), { headers: { 'idempotency-key': 'u-1' } });
  const answers = await Promise.all([send(), send(), send()]);
  expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
  expect((await upload(text('一次'), { headers: { 'idempotency-key': 'é' } })).status).toBe(400);
});

test('an erased attachment loses name and content, and keeps that it was there', async () => {
  const bytes = text('要清除的');
  const { body } = await upload(bytes, { name: '王五.txt' });
  expect((await eraseOne(body['id'], 'clerk')).status).toBe(403);
  expect((await eraseOne(body['id'], 'archivist-elsewhere')).status).toBe(404);
  const erased = await eraseOne(body['id']);
  expect(erased.body).toMatchObject({
    state: 'erased',
    name: null,
    erasedBecause: '保存期满',
    size: bytes.length,
  });
  await runReactions(app);
  expect(await stored()).not.toContain(fileNameOf(bytes));
  const answer = await download(body['id']);
  expect([answer.status, ((await answer.json()) as Answer['body'])['code']]).toEqual([
    404,
    'documents.erased',
  ]);
  expect((await eraseOne(body['id'])).status).toBe(409);
});

test('content that another attachment has stays until the last one goes', async () => {
  const bytes = text('两份相同');
  const [first, second] = [await upload(bytes), await upload(bytes)];
  expect(first.body['id']).not.toBe(second.body['id']);
  expect((await stored()).filter((name) => name === fileNameOf(bytes))).toHaveLength(1);
  await eraseOne(first.body['id']);
  await runReactions(app);
  expect((await download(second.body['id'])).status).toBe(200);
  await eraseOne(second.body['id']);
  await runReactions(app);
  expect(await stored()).not.toContain(fileNameOf(bytes));
});

test('an upload at the moment of an erasure has its content', async () => {
  for (let round = 0; round < 10; round += 1) {
    const bytes = randomText();
    const first = await upload(bytes);
    await eraseOne(first.body['id']);
    const [second] = await Promise.all([upload(bytes), runReactions(app)]);
    expect((await download(second!.body['id'])).status).toBe(200);
  }
});
const randomText = (): Uint8Array => text(randomBytes(8).toString('hex'));

test('more uploads at once than there are connections all land; who goes on without end is asked to wait', async () => {
  const fresh = await startTestServer(app);
  try {
    const many = (count: number, token: string) =>
      Promise.all(Array.from({ length: count }, () => upload(randomText(), { token, url: fresh.url })));
    expect((await many(20, 'clerk')).map(({ status }) => status)).toEqual(Array(20).fill(201));
    const answers = await many(45, 'clerk');
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({
      code: 'lib.too-many',
      message: '操作过于频繁',
    });
    // Others behind the same address are not held up.
    expect((await many(1, 'reader'))[0]!.body['code']).toBe('documents.not-open');
  } finally {
    await fresh.close();
  }
});
