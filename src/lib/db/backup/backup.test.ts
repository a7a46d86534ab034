import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../testing/database.ts';
import { OWNER, PROGRAM, urlOf } from '../embedded/roles.ts';
import { type EmbeddedServer, joinServer } from '../embedded/server.ts';
import { migrate } from '../migrate.ts';
import type { MigrationSource } from '../migration-files.ts';
import { type Addressed, withClient } from '../pool.ts';
import { databaseFault } from '../sqlstate.ts';
import { parseManifest } from './manifest.ts';
import { readManifest } from './read.ts';
import { restore } from './restore.ts';
import { backup } from './write.ts';

const binaries15 = join(import.meta.dirname, '../../../../node_modules/postgres-15-linux-x64/native');

/** Everything our schemas have: an append-only ledger in partitions, seeds, references in a ring, generated columns. */
const ledgerSql = `-- grant: append-only entry
create table entry (seq bigint primary key, at timestamptz not null, what jsonb, digest bytea) partition by range (seq);
create table entry_1 partition of entry for values from (1) to (100);
create table head (n bigint primary key);
insert into head values (0);
`;
const casesSql = `
create table person (id uuid primary key, name text not null, chief uuid references person, unit uuid);
create table unit (id uuid primary key, leader uuid not null references person, title text generated always as (lower(code)) stored, code text);
alter table person add foreign key (unit) references unit;
create table amount (id int primary key, fen bigint, rate numeric, day date, tags text[], note text);
create view rich as select * from amount where fen > 100;
`;
const entries = `
insert into entry select n, timestamptz '2020-01-01 00:00:00.123+00' + n * interval '1 hour',
    jsonb_build_object('n', n, 'ö', null), decode(md5(n::text), 'hex')
  from generate_series(1, 150) n;
update head set n = 150`;
/** Two rows that refer to each other: the key is absent while they come. */
const ring = `
alter table person drop constraint person_unit_fkey;
insert into person values ('00000000-0000-7000-8000-000000000001', '甲',
  '00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-00000000000a');
insert into unit (id, leader, code)
  values ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000001', 'ABC');
alter table person add foreign key (unit) references unit`;
const amounts = String.raw`
insert into amount values (1, 9007199254740993, 1595.330, '2020-02-29', '{"a,b",NULL,"c\"d"}', null),
  (2, null, null, null, null, ''), (3, -1, 'NaN', 'infinity', '{}', '\N')`;
/** What every table holds, as text, in an order of its own. */
const contents = `select (select json_agg(e order by seq) from entry e) as entries, (select json_agg(h) from head h) as head,
  (select json_agg(p) from person p) as people, (select json_agg(u) from unit u) as units,
  (select json_agg(a order by id) from amount a) as amounts, (select json_agg(m order by position) from migration m) as migrations`;

let base: string;
let sources: readonly MigrationSource[];
let full: TestDatabase;
let file: string;
const rubbish = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { numRuns: 300, seed: 7 });

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'yichuang-backup-'));
  await chmod(base, 0o755);
  sources = await Promise.all(
    [
      ['ledger', ledgerSql],
      ['cases', casesSql],
    ].map(async ([module = '', sql = '']) => {
      const directory = join(base, module);
      await mkdir(directory);
      await writeFile(join(directory, '0001-first.sql'), sql);
      return { module, directory };
    }),
  );
  full = await freshDatabase(sources);
  await withClient(full, { as: 'owner' }, async (client) => {
    await client.query('create table entry_2 partition of entry for values from (100) to (1000)'); // as a running program does
    for (const sql of [entries, ring, amounts]) await client.query(sql);
    const notes = rubbish.map((text) => text.replaceAll('\0', '').toWellFormed());
    await client.query(
      'insert into amount (id, note) select 100 + row_number() over (), note from unnest($1::text[]) note',
      [notes],
    );
  });
  file = join(base, 'full.tar');
  await backup(full, file, { program: '0.1.0' });
});
afterAll(async () => {
  await full.close();
  await rm(base, { recursive: true, force: true });
});

let empty: TestDatabase;
beforeEach(async () => {
  empty = await freshDatabase([], 'elsewhere');
  await withClient(empty, { as: 'owner' }, (client) => client.query('drop schema elsewhere cascade'));
  return () => empty.close();
});

const snapshot = async (database: Addressed) =>
  (await withClient(database, { as: 'owner' }, (client) => client.query<object>(contents))).rows[0];
const asProgram = (database: Addressed, sql: string) =>
  withClient(database, {}, (client) => client.query(sql)).then(() => 'ok' as const, databaseFault);
const schemas = async () =>
  (
    await withClient(empty, { as: 'owner' }, (client) =>
      client.query("select nspname from pg_namespace where nspname = 'elsewhere'"),
    )
  ).rowCount;

test('a backup comes back whole, into a tenant of another name', async () => {
  const manifest = await restore(empty, file, { sources });
  expect(manifest.tables.map((table) => [table.name, table.rows])).toEqual([
    ['amount', 303],
    ['entry', 150],
    ['head', 1],
    ['migration', 2],
    ['person', 1],
    ['unit', 1],
  ]);
  expect(await snapshot(empty)).toEqual(await snapshot(full));
});

test('what is restored keeps its rights, references and later migrations', async () => {
  await restore(empty, file, { sources });
  expect(await asProgram(empty, "insert into entry values (151, '2020-02-01T00:00:00Z')")).toBe('ok');
  expect(await asProgram(empty, 'update entry set what = null')).toBe('privilege');
  expect(await asProgram(empty, 'delete from entry_2')).toBe('privilege');
  expect(await asProgram(empty, 'update head set n = 151')).toBe('ok');
  expect(await asProgram(empty, 'select * from rich')).toBe('ok');
  const stray = "update person set unit = '00000000-0000-7000-8000-0000000000ff'";
  expect(await asProgram(empty, stray)).toBe('foreign-key');
  expect(await migrate(empty, sources)).toEqual([]);
});

test('any tool opens it: a table is gzipped COPY text', () => {
  const text = execFileSync('sh', ['-c', `tar xOf ${file} tables/head/000001.copy.gz | zcat`], {
    encoding: 'utf8',
  });
  expect(text).toBe('150\n');
});

test('only its owner may read it, and it tells no password', async () => {
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const json = execFileSync('tar', ['xOf', file, 'manifest.json'], { encoding: 'utf8' });
  for (const url of [full.ownerUrl, full.programUrl]) expect(json).not.toContain(new URL(url).password);
  expect(JSON.parse(json)).toMatchObject({
    program: '0.1.0',
    tenant: 'junshan',
    postgres: full.server.version,
  });
});

test('a file that is there is not overwritten', async () => {
  await expect(backup(full, file, { program: '0.1.0' })).rejects.toMatchObject({ code: 'backup.exists' });
});

test('a backup that fails leaves no file', async () => {
  const gone = { ...full, ownerUrl: full.ownerUrl.replace(/\/[^/]*$/, '/nowhere') };
  await expect(backup(gone, join(base, 'gone.tar'), { program: '0.1.0' })).rejects.toMatchObject({
    code: '3D000',
  });
  expect((await readdir(base)).filter((name) => name.startsWith('gone'))).toEqual([]);
});

test('changes made while it is written do not come into it', async () => {
  const live = await freshDatabase(sources);
  const during = join(base, 'during.tar');
  let told = 0;
  const report = () => {
    told += 1;
  };
  const one = withClient(live, {}, async (client) => {
    for (let n = 1; n < 60; n += 1) {
      await client.query('begin');
      await client.query(`insert into entry values (${n}, '2020-01-01T00:00:00Z')`);
      await client.query(`update head set n = ${n}`);
      await client.query('commit');
    }
  });
  await Promise.all([one, backup(live, during, { program: '0.1.0', report })]);
  await restore(empty, during, { sources });
  const [row] = (
    await withClient(empty, {}, (client) =>
      client.query<{ n: string; entries: string }>(
        'select n, (select count(*) from entry) as entries from head',
      ),
    )
  ).rows;
  expect(row?.entries).toBe(row?.n);
  expect(told).toBe(6);
  await live.close();
});

test('a tenant that has tables is refused, and keeps what it has', async () => {
  const before = await snapshot(full);
  await expect(restore(full, file, { sources })).rejects.toMatchObject({ code: 'backup.not-empty' });
  expect(await snapshot(full)).toEqual(before);
});

test('one changed byte anywhere is found before anything is written', async () => {
  const good = await readFile(file);
  const bad = join(base, 'bad.tar');
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const bytes = Buffer.from(good);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      await writeFile(bad, bytes);
      const refused = await restore(empty, bad, { sources }).then(
        () => 'restored',
        (error: { code?: string }) => error.code,
      );
      expect(['backup.damaged', 'backup.unreadable']).toContain(refused);
    }),
    { numRuns: 150 },
  );
  expect(await schemas()).toBe(0);
});

test('a file that is cut off anywhere is refused', async () => {
  const good = await readFile(file);
  const bad = join(base, 'cut.tar');
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
      await writeFile(bad, good.subarray(0, length));
      await expect(readManifest(bad)).rejects.toMatchObject({
        code: expect.stringMatching(/^backup\.(damaged|unreadable)$/),
      });
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['nothing.tar', undefined],
  ['text.tar', 'this is no backup '.repeat(100)],
  ['zeros.tar', '\0'.repeat(1024)],
])('%s is refused', async (name, text) => {
  const path = join(base, name);
  if (text !== undefined) await writeFile(path, text);
  await expect(readManifest(path)).rejects.toMatchObject({
    code: expect.stringMatching(/^backup\.(damaged|unreadable)$/),
  });
});

test('a backup of a newer program is refused, and so is an edited migration', async () => {
  await expect(restore(empty, file, { sources: sources.slice(0, 1) })).rejects.toMatchObject({
    code: 'backup.newer',
  });
  const directory = join(base, 'edited');
  await mkdir(directory);
  await writeFile(join(directory, '0001-first.sql'), `${casesSql} -- edited`);
  const edited = [sources[0] as MigrationSource, { module: 'cases', directory }];
  await expect(restore(empty, file, { sources: edited })).rejects.toMatchObject({
    code: 'db.migration-changed',
  });
  expect(await schemas()).toBe(0);
});

test('an older backup comes into a newer program, whose migrations land afterwards', async () => {
  await restore(empty, file, { sources });
  const directory = join(base, 'newer');
  await mkdir(directory);
  await writeFile(join(directory, '0001-first.sql'), casesSql);
  await writeFile(join(directory, '0002-more.sql'), 'alter table amount add more text');
  const newer = [sources[0] as MigrationSource, { module: 'cases', directory }];
  expect((await migrate(empty, newer)).map((each) => each.name)).toEqual(['0002-more']);
});

test('attachments and the public key travel along', async () => {
  const store = join(base, 'store');
  const large = Buffer.alloc(3_000_001, 'a1b2');
  await mkdir(join(store, 'ab'), { recursive: true });
  await writeFile(join(store, 'ab', 'c'.repeat(62)), large);
  await writeFile(join(store, 'ab', 'd'.repeat(98)), '');
  await writeFile(join(store, '.writing'), 'half');
  const path = join(base, 'attachments.tar');
  const manifest = await backup(full, path, { program: '0.1.0', attachments: store, publicKey: 'PEM' });
  expect(manifest.publicKey).toBe('PEM');
  expect(manifest.attachments).toEqual([
    {
      path: `ab/${'c'.repeat(62)}`,
      bytes: 3_000_001,
      sha256: createHash('sha256').update(large).digest('hex'),
    },
    { path: `ab/${'d'.repeat(98)}`, bytes: 0, sha256: createHash('sha256').digest('hex') },
  ]);
  const target = join(base, 'target');
  await restore(empty, path, { sources, attachments: target });
  expect(await readdir(target)).toEqual(['ab']);
  expect((await readFile(join(target, 'ab', 'c'.repeat(62)))).equals(large)).toBe(true);
});

test('a restore that fails leaves no attachments either', async () => {
  const store = join(base, 'store2');
  await mkdir(store);
  await writeFile(join(store, 'one'), '1');
  const path = join(base, 'attachments2.tar');
  await backup(full, path, { program: '0.1.0', attachments: store });
  const target = join(base, 'target2');
  await expect(restore(full, path, { sources, attachments: target })).rejects.toMatchObject({
    code: 'backup.not-empty',
  });
  expect(existsSync(target)).toBe(false);
});

test('a sequence cannot be carried, and is a bug', async () => {
  const other = await freshDatabase(sources);
  await withClient(other, { as: 'owner' }, (client) => client.query('create sequence number'));
  await expect(backup(other, join(base, 'sequence.tar'), { program: '0.1.0' })).rejects.toThrow(
    'number (sequence)',
  );
  await other.close();
});

test.each([
  "FOR VALUES FROM ('1') TO ('2'); drop table x",
  'FOR VALUES FROM (now()) TO (2)',
  "FOR VALUES FROM ('a\\'; drop') TO ('2')",
])('a manifest cannot smuggle SQL in: %s', async (bounds) => {
  const json = execFileSync('tar', ['xOf', file, 'manifest.json'], { encoding: 'utf8' });
  expect(parseManifest(json)).toBeDefined();
  const manifest = JSON.parse(json) as { tables: { partitions: { bounds: string }[] }[] };
  const partition = manifest.tables[1]?.partitions[0];
  expect(partition?.bounds).toBe("FOR VALUES FROM ('1') TO ('100')");
  if (partition) partition.bounds = bounds;
  expect(parseManifest(JSON.stringify(manifest))).toBeUndefined();
});

test.runIf(existsSync(binaries15))('it goes from 18 to 15 and from 15 to 18', async () => {
  const options = { directory: join(base, 'fifteen'), binaries: binaries15, settings: { fsync: 'off' } };
  const server: EmbeddedServer = await joinServer(options);
  try {
    const fifteen = {
      tenant: 'junshan',
      ownerUrl: urlOf(OWNER, server.passwords.owner, server.port),
      programUrl: urlOf(PROGRAM, server.passwords.program, server.port),
      server: { version: server.version, major: 15, embedded: true },
    };
    await restore(fifteen, file, { sources });
    expect(await snapshot(fifteen)).toEqual(await snapshot(full));
    const back = join(base, 'from-15.tar');
    expect((await backup(fifteen, back, { program: '0.1.0' })).postgres).toMatch(/^15\./);
    await restore(empty, back, { sources });
    expect(await snapshot(empty)).toEqual(await snapshot(full));
  } finally {
    await server.leave();
  }
});
