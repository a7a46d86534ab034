import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate } from './migrate.ts';
import { grantOf } from './migration-files.ts';
import { withClient } from './pool.ts';
import { databaseFault } from './sqlstate.ts';

let directory: string;
let database: TestDatabase;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'yichuang-migrate-'));
});
beforeEach(async () => {
  database = await freshDatabase([]);
  return () => database.close();
});
afterAll(() => rm(directory, { recursive: true }));

/** A module that has these files, and no others. */
async function moduleOf(module: string, files: Readonly<Record<string, string>>) {
  const path = join(directory, module);
  await rm(path, { recursive: true, force: true });
  await mkdir(path);
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return { module, directory: path };
}

const asProgram = (sql: string) =>
  withClient(database, {}, (client) => client.query(sql)).then(() => 'ok' as const, databaseFault);
const asOwner = async (sql: string) =>
  (await withClient(database, { as: 'owner' }, (client) => client.query(sql))).rows;

test('files land in their order, once', async () => {
  const ledger = await moduleOf('ledger', {
    '0002-more.sql': 'alter table entry add note text',
    '0001-first.sql': 'create table entry (seq bigint primary key)',
  });
  expect((await migrate(database, [ledger])).map((each) => each.name)).toEqual(['0001-first', '0002-more']);
  expect(await migrate(database, [ledger])).toEqual([]);
  expect(await asOwner('select module, name, position from migration order by position')).toEqual([
    { module: 'ledger', name: '0001-first', position: 1 },
    { module: 'ledger', name: '0002-more', position: 2 },
  ]);
});

test('two starters at once land each file once', async () => {
  const slow = await moduleOf('slow', {
    '0001-a.sql': 'create table a (id int primary key); select pg_sleep(0.05)',
    '0002-b.sql': 'create table b (id int primary key); select pg_sleep(0.05)',
  });
  const landed = await Promise.all([1, 2, 3, 4].map(() => migrate(database, [slow])));
  expect(landed.flat().map((each) => each.name)).toEqual(['0001-a', '0002-b']);
});

test('an edited file that has landed is refused, and nothing after it lands', async () => {
  await migrate(database, [await moduleOf('m', { '0001-a.sql': 'create table a (id int primary key)' })]);
  const edited = await moduleOf('m', {
    '0001-a.sql': 'create table a (id bigint primary key)',
    '0002-b.sql': 'create table b (id int primary key)',
  });
  await expect(migrate(database, [edited])).rejects.toMatchObject({
    code: 'db.migration-changed',
    facts: { module: 'm', name: '0001-a' },
  });
  expect(await asOwner("select to_regclass('b') as b")).toEqual([{ b: null }]);
});

test('other line ends are no edit', async () => {
  await migrate(database, [await moduleOf('m', { '0001-a.sql': 'create table a (\nid int primary key)\n' })]);
  const windows = await moduleOf('m', { '0001-a.sql': 'create table a (\r\nid int primary key)\r\n' });
  expect(await migrate(database, [windows])).toEqual([]);
});

test('a database newer than the program is refused', async () => {
  await migrate(database, [await moduleOf('m', { '0001-a.sql': 'select 1', '0002-b.sql': 'select 1' })]);
  const older = await moduleOf('m', { '0001-a.sql': 'select 1' });
  await expect(migrate(database, [older])).rejects.toMatchObject({ code: 'db.migration-missing' });
});

test('a number below one that has landed is refused', async () => {
  await migrate(database, [await moduleOf('m', { '0002-b.sql': 'select 1' })]);
  const late = await moduleOf('m', { '0001-a.sql': 'select 1', '0002-b.sql': 'select 1' });
  await expect(migrate(database, [late])).rejects.toMatchObject({ code: 'db.migration-late' });
});

test('a file that fails leaves no trace, the ones before it stay', async () => {
  const broken = await moduleOf('m', {
    '0001-a.sql': 'create table a (id int primary key)',
    '0002-b.sql': 'create table b (id int primary key); create table b (id int)',
  });
  await expect(migrate(database, [broken])).rejects.toMatchObject({
    code: 'db.migration-failed',
    facts: { name: '0002-b', code: '42P07' },
  });
  expect(await asOwner("select to_regclass('a')::text as a, to_regclass('b')::text as b")).toEqual([
    { a: 'a', b: null },
  ]);
});

test.each(['1-a.sql', '0001-A.sql', '0001.sql'])('the file name %s is a bug', async (name) => {
  await expect(migrate(database, [await moduleOf('m', { [name]: 'select 1' })])).rejects.toThrow(
    '0001-name.sql',
  );
});

test('one number twice is a bug', async () => {
  const twice = await moduleOf('m', { '0001-a.sql': 'select 1', '0001-b.sql': 'select 1' });
  await expect(migrate(database, [twice])).rejects.toThrow('each number once');
});

test('the program may write ordinary tables, and only add to append-only ones', async () => {
  const ledger = await moduleOf('ledger', {
    '0001-a.sql': `-- grant: append-only entry
      create table entry (seq bigint primary key);
      create table head (n bigint primary key);
      insert into head values (0)`,
    '0002-b.sql': '-- grant: read-only\ncreate table setting (id int primary key)',
  });
  await migrate(database, [ledger]);
  expect(await asProgram('insert into entry values (1)')).toBe('ok');
  expect(await asProgram('select * from entry, head, setting, migration')).toBe('ok');
  expect(await asProgram('update head set n = 1')).toBe('ok');
  expect(await asProgram('delete from head')).toBe('ok');
  for (const forbidden of [
    'update entry set seq = 2',
    'delete from entry',
    'truncate entry',
    'insert into setting values (1)',
    'delete from migration',
    'create table own (id int)',
    'drop table entry',
  ])
    expect([forbidden, await asProgram(forbidden)]).toEqual([forbidden, 'privilege']);
});

test('no partition of an append-only table lets the program change it', async () => {
  const ledger = await moduleOf('ledger', {
    '0001-a.sql': `-- grant: append-only
      create table entry (seq bigint primary key) partition by range (seq);
      create table entry_1 partition of entry for values from (1) to (10)`,
    '0002-later.sql': 'create table entry_2 partition of entry for values from (10) to (20)',
  });
  await migrate(database, [ledger]);
  expect(await asProgram('insert into entry values (1), (10)')).toBe('ok');
  expect(await asProgram('update entry set seq = 2')).toBe('privilege');
  expect(await asProgram('delete from entry_1')).toBe('privilege');
  expect(await asProgram('update entry_2 set seq = 11')).toBe('privilege');
});

test('tenants of one server do not see each other', async () => {
  const m = await moduleOf('m', { '0001-a.sql': 'create table a (id int primary key)' });
  await migrate(database, [m]);
  await migrate({ ...database, tenant: 'other' }, [m]);
  expect(await asProgram('insert into a values (1)')).toBe('ok');
  const rows = await withClient({ ...database, tenant: 'other' }, {}, (client) =>
    client.query('select * from a'),
  );
  expect(rows.rowCount).toBe(0);
});

test('a grant line names a kind that exists', () => {
  expect(grantOf('-- grant: append-only a, b\n')('b')).toEqual(['select', 'insert']);
  expect(grantOf('-- grant: append-only a, b\n')('c')).toContain('delete');
  expect(() => grantOf('-- grant: everything\n')).toThrow('unknown grant');
});
