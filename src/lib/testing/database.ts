import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { Database } from '../db/database.ts';
import { livingProcess } from '../db/embedded/processes.ts';
import { ADMIN, OWNER, PROGRAM, urlOf } from '../db/embedded/roles.ts';
import { type EmbeddedServer, joinServer } from '../db/embedded/server.ts';
import { migrate } from '../db/migrate.ts';
import { type MigrationSource, readMigrations } from '../db/migration-files.ts';

/**
 * Databases for tests: one real PostgreSQL for all test processes of this checkout, a migrated template per set of
 * migrations, and a clone of it for whoever asks. Nothing is synced to disk: what is proven about crashes has
 * servers of its own.
 */
const root = resolve(import.meta.dirname, '../../..');
const key = createHash('sha256').update(root).digest('hex').slice(0, 8);
const directory = join(tmpdir(), `yichuang-test-${process.getuid?.() ?? 0}-${key}`);
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };
const CLONING = 0x5954; // 'YT'

let shared: Promise<EmbeddedServer> | undefined;

/** The test server, started by the first process that asks and stopped by the last one that leaves. */
export function testServer(): Promise<EmbeddedServer> {
  return (shared ??= joined());
}

/** A worker of the test runner is told to go by SIGTERM, which alone would end it without leaving the server. */
function joined(): Promise<EmbeddedServer> {
  process.once('SIGTERM', () => process.exit());
  return joinServer({ directory, settings });
}

/** A database of its own for one test file. */
export type TestDatabase = Omit<Database, 'bypass' | 'close'> & {
  readonly bypass: undefined;
  /** Drops it. End your pools first. */
  close(): Promise<void>;
};

let made = 0;

/** A fresh tenant with the modules' migrations landed, as owner and as program. About 50 ms, but for the first. */
export async function freshDatabase(
  sources: readonly MigrationSource[],
  tenant = 'junshan',
): Promise<TestDatabase> {
  const server = await testServer();
  const name = `t_${livingProcess(process.pid)?.replace('.', '_')}_${(made += 1)}`;
  await withAdmin(server, async (admin) => {
    const template = await templateFor(server, admin, sources, tenant);
    await admin.query(`create database ${name} template ${template} owner ${OWNER}`);
  });
  return {
    ...addressOf(server, name, tenant),
    poolMax: 10,
    server: { version: server.version, major: Number.parseInt(server.version, 10), embedded: true },
    bypass: undefined,
    close: () => withAdmin(server, (admin) => drop(admin, name)),
  };
}

const addressOf = (server: EmbeddedServer, name: string, tenant: string) => ({
  tenant,
  ownerUrl: urlOf(OWNER, server.passwords.owner, server.port, name),
  programUrl: urlOf(PROGRAM, server.passwords.program, server.port, name),
});

async function drop(admin: Client, name: string): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`);
}

async function withAdmin<T>(server: EmbeddedServer, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({
    connectionString: urlOf(ADMIN, server.passwords.admin, server.port, 'postgres'),
  });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** A template is known by what lands in it and by the code that lands it. */
async function templateName(sources: readonly MigrationSource[], tenant: string): Promise<string> {
  const hash = createHash('sha256').update(tenant);
  for (const file of ['migrate.ts', 'grants.ts', 'migration-files.ts'])
    hash.update(readFileSync(resolve(import.meta.dirname, '../db', file)));
  for (const { module, name, checksum } of await readMigrations(sources))
    hash.update(`${module}/${name} ${checksum}\n`);
  return `template_${hash.digest('hex').slice(0, 16)}`;
}

async function templateFor(
  server: EmbeddedServer,
  admin: Client,
  sources: readonly MigrationSource[],
  tenant: string,
): Promise<string> {
  const name = await templateName(sources, tenant);
  const exists = async () => (await databases(admin, name)).length > 0;
  if (await exists()) return name;
  await admin.query('select pg_advisory_lock($1, hashtext($2))', [CLONING, name]);
  if (await exists()) return name;
  const making = `making_${name}`;
  await drop(admin, making);
  await admin.query(`create database ${making} owner ${OWNER}`);
  await migrate(addressOf(server, making, tenant), sources);
  await admin.query(`alter database ${making} rename to ${name}`);
  return name;
}

async function databases(admin: Client, pattern: string): Promise<readonly string[]> {
  const sql = 'select datname as name from pg_database where datname like $1';
  return (await admin.query<{ name: string }>(sql, [pattern.replaceAll('_', '\\_')])).rows.map(
    (row) => row.name,
  );
}

/** Clears away what killed test runs left, and all templates when they have become many. */
export async function clearTestDatabases(server: EmbeddedServer): Promise<void> {
  await withAdmin(server, async (admin) => {
    for (const name of await databases(admin, 't_%')) {
      const [, pid = '', ticks = ''] = name.split('_');
      if (livingProcess(Number(pid)) !== `${pid}.${ticks}`) await drop(admin, name);
    }
    const templates = await databases(admin, 'template_%');
    if (!server.started || templates.length < 30) return;
    for (const name of templates.filter((each) => /^template_[0-9a-f]{16}$/.test(each)))
      await drop(admin, name);
  });
}
