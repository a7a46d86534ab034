import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type TestDatabase, testServer } from '../testing/database.ts';
import { openDatabase } from './database.ts';
import { ADMIN, OWNER, PROGRAM, urlOf } from './embedded/roles.ts';
import { migrate } from './migrate.ts';
import { withClient } from './pool.ts';

let base: string;
let database: TestDatabase;
let adminUrl: string;
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'yichuang-open-'));
  await chmod(base, 0o755);
  database = await freshDatabase([]);
  const server = await testServer();
  adminUrl = urlOf(ADMIN, server.passwords.admin, server.port, new URL(database.ownerUrl).pathname.slice(1));
});
afterAll(async () => {
  await database.close();
  await rm(base, { recursive: true, force: true });
});

const config = (databaseUrl?: string, databaseMigrationUrl?: string) => ({
  dataDirectory: join(base, 'data'),
  tenant: 'junshan',
  databasePoolMax: 3,
  databaseUrl,
  databaseMigrationUrl,
});

async function asAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

test('without DATABASE_URL the embedded database opens under the data directory', async () => {
  const opened = await openDatabase(config());
  expect(opened).toMatchObject({
    tenant: 'junshan',
    poolMax: 3,
    bypass: undefined,
    server: { embedded: true, major: 18 },
  });
  const who = await withClient(opened, {}, (client) => client.query('select current_user as role'));
  expect(who.rows).toEqual([{ role: PROGRAM }]);
  await opened.close();
  await opened.close();
  await expect(withClient(opened, {}, (client) => client.query('select 1'))).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});

test('with two roles on a server of somebody else, the ledger’s grants hold', async () => {
  const opened = await openDatabase(config(database.programUrl, database.ownerUrl));
  expect(opened).toMatchObject({ bypass: undefined, server: { embedded: false, major: 18 } });
  await opened.close();
});

test('with one role for both, it says that grants can be bypassed', async () => {
  const opened = await openDatabase(config(database.ownerUrl));
  expect(opened.bypass).toContain(`同一个数据库角色「${OWNER}」`);
  expect(await migrate(opened, [])).toEqual([]);
});

test('a superuser, or a member of the owner, can bypass grants as well', async () => {
  expect((await openDatabase(config(adminUrl, database.ownerUrl))).bypass).toContain('超级用户');
  await asAdmin(`grant ${OWNER} to ${PROGRAM}`);
  const opened = await openDatabase(config(database.programUrl, database.ownerUrl));
  await asAdmin(`revoke ${OWNER} from ${PROGRAM}`);
  expect(opened.bypass).toContain('成员');
});

test('a server that cannot be reached, or does not know us, is refused without showing the password', async () => {
  const nowhere = openDatabase(config('postgres://me:topsecret@127.0.0.1:1/x'));
  await expect(nowhere).rejects.toMatchObject({ code: 'db.unreachable', facts: { code: 'ECONNREFUSED' } });
  const wrong = new URL(database.programUrl);
  wrong.password = 'topsecret';
  const unknown = openDatabase(config(wrong.href, database.ownerUrl));
  await expect(unknown).rejects.toMatchObject({ code: 'db.unreachable', facts: { code: '28P01' } });
});

test('an owner that may not create a schema is refused', async () => {
  await expect(openDatabase(config(database.programUrl))).rejects.toMatchObject({
    code: 'db.no-owner-rights',
    facts: { role: PROGRAM },
  });
});

test('a database that is not UTF-8 is refused', async () => {
  await asAdmin(
    `create database latin template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' owner ${OWNER}`,
  );
  const url = database.ownerUrl.replace(/[^/]*$/, 'latin');
  await expect(openDatabase(config(url))).rejects.toMatchObject({
    code: 'db.not-utf8',
    facts: { encoding: 'LATIN1' },
  });
  await asAdmin('drop database latin with (force)');
});

test('two processes that start at once land each migration once', async () => {
  const directory = join(base, 'slow');
  await mkdir(directory);
  for (const n of [1, 2, 3])
    await writeFile(
      join(directory, `000${n}-t.sql`),
      `create table t${n} (id int primary key); select pg_sleep(0.1)`,
    );
  const code = `
    import { migrate } from ${JSON.stringify(join(import.meta.dirname, 'migrate.ts'))};
    const landed = await migrate(${JSON.stringify({ ...database, tenant: 'race' })}, [${JSON.stringify({ module: 'slow', directory })}]);
    process.exit(landed.length);`;
  const start = () =>
    spawn(process.execPath, ['--input-type=module-typescript', '-e', code], { stdio: 'inherit' });
  const exits = await Promise.all([once(start(), 'exit'), once(start(), 'exit')]);
  const landed = exits.map(([exit]) => Number(exit));
  expect(landed[0] === 0 || landed[1] === 0).toBe(true);
  expect((landed[0] ?? 0) + (landed[1] ?? 0)).toBe(3);
});
