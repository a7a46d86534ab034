import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { world } from '#lib/testing/world.ts';
import { instant } from '#lib/time.ts';
import { measuresOfYear, recordsOfYear } from './figures-of-year.ts';
import { foldAll, ledger, sealAll } from './index.ts';
import { library } from './testing/library.ts';

let app: Awaited<ReturnType<typeof testApp>>;
let server: TestServer;
const people = new Map<string, Person>([
  ['auditor', someone('审计', ['ledger.auditor'])],
  ['a', someone('甲', ['librarian', 'a'])],
  ['both', someone('乙', ['librarian', 'a'], ['librarian', 'b'])],
  ['reader', someone('丙', ['reader'])],
  ['nobody', someone('丁')],
]);
const clerk = someone('馆长', ['librarian'], ['clerk']);

/** Seven entries: three books bought in a, a, b (1–3), lent (4–6) in 2020, 2020, 2020; one given back late (7); a file (8). */
beforeAll(async () => {
  const clock = { now: instant('2020-01-22T15:59:00Z') };
  app = await testApp([ledger, library, world], {
    now: () => clock.now,
    authenticate: knownPeople(people),
  });
  const act = acting(app);
  const ids: string[] = [];
  for (const place of ['a', 'a', 'b'])
    ids.push((await act(clerk, 'library-book.buy', { place, title: '论语' })).row.id);
  clock.now = instant('2020-01-22T16:00:00Z'); // the 23rd in Shanghai
  for (const id of ids)
    await act(clerk, 'library-book.lend', { at: '2020-01-22T10:00:00.000Z', due: '2020-02-22' }, id);
  await act(clerk, 'library-book.give-back', { late: true }, ids[0]!);
  await sealAll(app);
  await foldAll(app);
  await act(clerk, 'world-file.start', { region: 'a', title: '路灯', phone: '13800001234' });
  server = await startTestServer(app);
});
afterAll(async () => {
  await server.close();
  await app.close();
});

const get = (path: string, token = 'auditor') => server.call('GET', `/api${path}`, { token });
const seqs = async (question: string): Promise<unknown> =>
  ((await get(`/ledger/entries?${question}`)).body['items'] as { seq: string }[]).map((each) => each.seq);

test('only an auditor reads the ledger', async () => {
  for (const path of ['/ledger/entries', '/ledger/blocks', '/ledger/verify']) {
    expect((await get(path)).status).toBe(200);
    expect((await get(path, 'a')).status).toBe(403);
    expect((await server.call('GET', `/api${path}`)).status).toBe(401);
  }
});

test('entries are found by what, who, which record and when', async () => {
  expect(await seqs('')).toEqual(['8', '7', '6', '5', '4', '3', '2', '1']);
  expect(await seqs('noun=library-book&action=lend')).toEqual(['6', '5', '4']);
  expect(await seqs(`person=${encodeURIComponent('馆长')}&noun=world-file`)).toEqual(['8']);
  expect(await seqs(`person=${clerk.id}&limit=2`)).toEqual(['8', '7']);
  expect(await seqs(`person=${people.get('a')!.id}`)).toEqual([]);
  expect(await seqs('number=TS2020000001')).toEqual(['7', '4', '1']);
  expect(await seqs('number=X')).toEqual([]);
  expect(await seqs('to=2020-01-22')).toEqual(['3', '2', '1']);
  expect(await seqs('from=2020-01-23&to=2020-01-23')).toEqual(['8', '7', '6', '5', '4']);
});

test('pages follow one another', async () => {
  const first = await get('/ledger/entries?limit=3');
  expect(first.body).toMatchObject({ next: '6', sealedUpTo: 7 });
  expect(await seqs(`after=${String(first.body['next'])}&limit=200`)).toEqual(['5', '4', '3', '2', '1']);
  expect((await get('/ledger/entries?after=6&limit=5')).body['next']).toBeNull();
});

test('an entry says what was done in the words of the office, and of a personal value not even its mask', async () => {
  const { body } = await get('/ledger/entries?noun=world-file');
  const [entry] = body['items'] as Record<string, unknown>[];
  expect(entry).toMatchObject({
    seq: '8',
    nounTitle: '案卷',
    title: '立卷',
    personName: '馆长',
    number: 'AJ2020000001',
    at: '2020-01-22T16:00:00.000Z',
    details: { region: 'a', title: '路灯' },
    changes: [{ noun: 'world-file', version: 1, from: null, set: { holder: '***' } }],
  });
  expect(JSON.stringify(body)).not.toContain('sealed"');
});

test.each(['after=x', 'from=2020-13-01', 'from=9999-12-31', 'limit=0', 'colour=red', "noun=a'b%00"])(
  'a wrong question is answered at its field: %s',
  async (question) => {
    expect((await get(`/ledger/entries?${question}`)).status).toBe(400);
  },
);

test('blocks are listed with hash and signature', async () => {
  const { body } = await get('/ledger/blocks');
  expect(body).toMatchObject({ items: [{ height: 1, firstSeq: 1, lastSeq: 7 }], next: null });
});

test('the ledger is verified from the page, and the last verdict remembered', async () => {
  expect((await get('/ledger/verify')).body).toMatchObject({
    isRunning: false,
    verdict: {
      ok: true,
      entries: 8,
      blocks: 1,
      unsealed: 1,
      firstBad: null,
      checkedAt: '2020-01-22T16:00:00.000Z',
    },
  });
  expect((await get('/ledger/verify?last=true')).body).toMatchObject({ verdict: { entries: 8 } });
});

const figures = async (token: string): Promise<Record<string, unknown>> => {
  const lines = (await get('/measures?year=2020', token)).body as unknown as {
    name: string;
    value: string;
  }[];
  return Object.fromEntries(lines.map(({ name, value }) => [name, value]));
};

test('a person reads figures for his own places, and none that cannot be told apart by place', async () => {
  expect(await figures('reader')).toEqual({
    'library.lendings': '3',
    'library.late': '1',
    'library.charged': '1',
    'library.late-rate': '0.3333',
  });
  expect(await figures('a')).toEqual({
    'library.lendings': '2',
    'library.late': '1',
    'library.late-rate': '0.5',
  });
  expect(await figures('both')).toEqual({
    'library.lendings': '3',
    'library.late': '1',
    'library.late-rate': '0.3333',
  });
  expect(await figures('nobody')).toEqual({});
});

test('a figure is given with its definition, its parts, and the entry up to which it counts', async () => {
  const { body } = await get('/measures?year=2020&name=library.late-rate', 'reader');
  expect(body).toEqual([
    {
      name: 'library.late-rate',
      title: '逾期率',
      version: 1,
      basis: '逾期量 ÷ 借出量',
      value: '0.3333',
      numerator: '1',
      denominator: '3',
      asOf: 8,
    },
  ]);
});

test('the records behind a figure are as many as it says, for the same places', async () => {
  const records = async (name: string, token: string, more = '') =>
    get(`/measures/${name}/records?year=2020${more}`, token);
  expect((await records('library.lendings', 'a')).body).toMatchObject({ count: 2, next: null });
  expect((await records('library.lendings', 'reader', '&limit=2')).body['items']).toHaveLength(2);
  expect((await records('library.late-rate', 'reader')).body).toMatchObject({ count: 1 });
  expect((await records('library.late-rate', 'reader', '&part=denominator')).body).toMatchObject({
    count: 3,
  });
  // Three lent, one of them late: two were not.
  expect((await records('library.late-rate', 'reader', '&part=rest')).body).toMatchObject({ count: 2 });
  expect((await records('library.charged', 'a')).status).toBe(403);
  expect((await records('library.lendings', 'nobody')).status).toBe(403);
  expect((await records('library.none', 'reader')).body).toMatchObject({ code: 'ledger.no-measure' });
});

test('a refused figure says so when it is asked for by name', async () => {
  expect((await get('/measures?year=2020&name=library.charged', 'a')).status).toBe(403);
});

test('the command line counts everything, without a person', async () => {
  const lines = await measuresOfYear(app, { year: 2020 });
  expect(lines.map(({ value }) => value)).toEqual(['3', '1', '1', '0.3333']);
  expect(await recordsOfYear(app, { year: 2021, name: 'library.late', limit: 5 })).toEqual({
    items: [],
    next: null,
    count: 0,
  });
});
