import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables, world } from '#lib/testing/world.ts';
import { getAction } from '#lib/app.ts';
import { rowFrom } from './plan.ts';
import { rowDigest } from './canonical.ts';
import { file } from '#lib/testing/world.ts';

let app: Awaited<ReturnType<typeof testApp>>;
let act: ReturnType<typeof acting>;
const clerk = someone('甲', ['clerk', '430611']);

beforeAll(async () => {
  app = await testApp([ledgerTables, world]);
  act = acting(app);
});
afterAll(() => app.close());

const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
  const fault = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(fault instanceof Refusal)) throw new Error('not refused', { cause: fault });
  return fault;
};
const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await app.query(sql, values))[0]!['count']);
const withKey = (key: string, title: string, region = '430611') =>
  app.engine.perform({
    action: getAction(app, 'world-file', 'start'),
    id: null,
    input: { region, title },
    by: clerk,
    now: app.now(),
    key,
    ifMatch: null,
  });

test('a birth writes row, entry and answer, with a public number and masked personal values', async () => {
  const done = await act(clerk, 'world-file.start', {
    region: '430611',
    title: '路灯',
    phone: '13800001234',
    story: '三天没亮',
  });
  const answer = JSON.parse(done.text) as Record<string, unknown>;
  expect(answer).toMatchObject({
    version: 1,
    state: 'open',
    region: '430611',
    holder: '138****1234',
    actions: ['rename'],
  });
  expect(answer['number']).toMatch(/^AJ\d{4}000001$/);
  const [entry] = await app.query('select * from ledger_entry where subject = $1', [answer['id']]);
  expect(entry).toMatchObject({ noun: 'world-file', action: 'start', person_name: '甲' });
  expect(JSON.stringify(entry)).not.toContain('13800001234');
  expect(JSON.stringify(entry)).not.toContain('三天没亮');
  const [prose] = await app.query('select text from ledger_prose where entry = $1', [entry!['id']]);
  expect(prose).toEqual({ text: '三天没亮' });
  const [record] = await app.query('select * from world_file where id = $1', [answer['id']]);
  expect(JSON.stringify(record)).not.toContain('13800001234');
  const changes = entry!['changes'] as { digest: string }[];
  expect(changes[0]!.digest).toBe(rowDigest(file, rowFrom(file, record!)));
});

test('what cannot be done is refused and leaves nothing behind', async () => {
  const before = await count('select count(*) from ledger_entry');
  const done = await act(clerk, 'world-file.start', { region: '430611', title: '井盖' });
  const id = done.row.id;
  expect((await refusalOf(act(clerk, 'world-file.start', { region: '000000', title: 'x' }))).code).toBe(
    'world.closed-region',
  );
  expect(
    (await refusalOf(act(someone('乙', ['clerk', '430602']), 'world-file.rename', { title: 'x' }, id))).code,
  ).toBe('lib.not-found');
  expect(
    (await refusalOf(act(someone('丙', ['reader']), 'world-file.rename', { title: 'x' }, id))).code,
  ).toBe('lib.missing-role');
  expect((await refusalOf(act(someone('丁'), 'world-file.rename', { title: 'x' }, id))).code).toBe(
    'lib.missing-role',
  );
  expect(
    (
      await refusalOf(
        act(someone('乙', ['clerk', '430602']), 'world-file.start', { region: '430611', title: 'x' }),
      )
    ).code,
  ).toBe('lib.outside-scope');
  expect(
    (await refusalOf(act(clerk, 'world-file.rename', { title: 'x' }, '00000000-0000-7000-8000-000000000001')))
      .code,
  ).toBe('lib.not-found');
  expect(await count('select count(*) from ledger_entry')).toBe(before + 1);
});

test('a version that the client did not see is a conflict that shows the current row', async () => {
  const { row } = await act(clerk, 'world-file.start', { region: '430611', title: '一' });
  await act(clerk, 'world-file.rename', { title: '二' }, row.id);
  const stale = app.engine.perform({
    action: getAction(app, 'world-file', 'rename'),
    id: row.id,
    input: { title: '三' },
    by: clerk,
    now: app.now(),
    key: null,
    ifMatch: 1,
  });
  const refusal = await refusalOf(stale);
  expect(refusal.code).toBe('lib.lost-race');
  expect(refusal.current).toMatchObject({ row: { version: 2, title: '二' } });
});

test('eight times the same wish under one key has one effect and eight equal answers', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => withKey('k-1', '同一件')));
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  expect(answers.filter((answer) => !answer.isRepeat)).toHaveLength(1);
  expect(await count("select count(*) from world_file where title = '同一件'")).toBe(1);
  const late = await withKey('k-1', '同一件');
  expect(late.isRepeat).toBe(true);
  expect((await refusalOf(withKey('k-1', '另一件'))).code).toBe('lib.key-reused');
});

test('two hundred simultaneous renames of one file all land, each on the version before it', async () => {
  const { row } = await act(clerk, 'world-file.start', { region: '430611', title: '零' });
  await Promise.all(
    Array.from({ length: 200 }, (_, n) => act(clerk, 'world-file.rename', { title: `第${n}次` }, row.id)),
  );
  const [record] = await app.query('select version from world_file where id = $1', [row.id]);
  expect(record!['version']).toBe(201);
  expect(await count('select count(*) from ledger_entry where subject = $1', [row.id])).toBe(201);
});

test('the last of five simultaneous tasks completes its file exactly once', async () => {
  const files = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      act(clerk, 'world-file.start', {
        region: '430611',
        title: `卷${n}`,
        departments: ['a', 'b', 'c', 'd', 'e'],
      }),
    ),
  );
  const tasks = await app.query('select id from world_task where file_id = any($1::uuid[])', [
    files.map((done) => done.row.id),
  ]);
  expect(tasks).toHaveLength(150);
  await Promise.all(
    tasks.map((each) => act(clerk, 'world-task.finish', { points: 3 }, each['id'] as string)),
  );
  expect(
    await count("select count(*) from world_file where state = 'completed' and id = any($1::uuid[])", [
      files.map((done) => done.row.id),
    ]),
  ).toBe(30);
  const completions = await count(
    "select count(*) from ledger_entry e, jsonb_array_elements(e.changes) c where c->>'noun' = 'world-file' and c->'is'->>'state' = 'completed'",
  );
  expect(completions).toBe(30);
});

test('one precedent is in force per region, however many are ruled at once', async () => {
  await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) =>
      act(clerk, 'world-precedent.rule', { region: '430611', ruling: `裁定${n}` }),
    ),
  );
  expect(await count("select count(*) from world_precedent where state = 'in-force'")).toBe(1);
  expect(await count('select count(*) from world_precedent')).toBeGreaterThan(1);
});

test('one guilty action in a batch is refused alone; the others land', async () => {
  await app.query(
    "insert into world_file (id, version, number, state, region, title) values (gen_random_uuid(), 1, 'AJ-taken', 'open', '430611', '占号')",
    [],
  );
  const action = getAction(app, 'world-file', 'start');
  const clash = {
    ...action,
    decide: () => ({ state: 'open', region: '430611', title: '撞号', number: 'AJ-taken' }),
  } as typeof action;
  const wish = (chosen: typeof action, title: string) =>
    app.engine.perform({
      action: chosen,
      id: null,
      input: { region: '430611', title },
      by: clerk,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
  const outcomes = await Promise.allSettled([
    ...Array.from({ length: 7 }, (_, n) => wish(action, `旁${n}`)),
    wish(clash, '撞号'),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    ...Array.from({ length: 7 }, () => 'fulfilled'),
    'rejected',
  ]);
  expect((outcomes[7] as PromiseRejectedResult).reason).toMatchObject({ code: 'lib.duplicate' });
});

test('the ledger is gapless: as many numbers as entries, and the head says so', async () => {
  const [head] = await app.query('select n from ledger_head', []);
  const [all] = await app.query(
    'select count(*) as count, max(seq) as most, min(seq) as least from ledger_entry',
    [],
  );
  expect(all).toEqual({ count: head!['n'], most: head!['n'], least: '1' });
});

test('the program may append to the ledger but neither change nor delete it', async () => {
  await expect(app.query("update ledger_entry set person_name = '别人'", [])).rejects.toMatchObject({
    code: '42501',
  });
  await expect(app.query('delete from ledger_block', [])).rejects.toMatchObject({ code: '42501' });
});
