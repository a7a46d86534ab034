import type { ClientBase } from 'pg';
import { refuse } from '../refusal.ts';
import { grantSchema, grantTables, quoted, relations } from './grants.ts';
import { type Migration, type MigrationSource, readMigrations } from './migration-files.ts';
import { type Addressed, withClient } from './pool.ts';
import { sqlstateOf } from './sqlstate.ts';
import './refusals.ts';

export interface Landed {
  readonly module: string;
  readonly name: string;
  readonly checksum: string;
  readonly at: string;
}

/** Any number that only this program takes; the second key is the tenant, so tenants of one server do not wait. */
const MIGRATING = 0x5943; // 'YC'

/** Readable by the program, written by the owner alone. `position` is the order of landing, which restore repeats. */
const TABLE = `create table if not exists migration (
  module text not null,
  name text not null,
  checksum text not null,
  at timestamptz not null,
  position integer not null,
  primary key (module, name)
)`;

/**
 * Brings the tenant's schema up to date and returns what landed now. Starters wait for each other on an advisory
 * lock, each file is one transaction, so a crash leaves a state between two files. Refuses an edited file, a
 * database newer than the program, and a number below one that landed.
 */
export async function migrate(
  database: Addressed,
  sources: readonly MigrationSource[],
): Promise<readonly Landed[]> {
  const all = await readMigrations(sources);
  const program = await roleOf(database);
  return withClient(database, { as: 'owner', purpose: 'migrate' }, async (client) => {
    await lockTenant(client, database.tenant);
    await prepareSchema(client, database.tenant, program);
    const before = await landed(client);
    const fresh = notYetLanded(all, before);
    const now: Landed[] = [];
    for (const migration of fresh)
      now.push(await inTransaction(client, () => land(client, migration, program)));
    return now;
  });
}

/** Until the connection ends nobody else migrates or restores the tenant. */
export async function lockTenant(client: ClientBase, tenant: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [MIGRATING, tenant]);
}

/** The name of the role the program connects as. */
export function roleOf(database: Addressed): Promise<string> {
  return withClient(database, { purpose: 'migrate' }, async (client) => {
    const result = await client.query<{ role: string }>('select current_user as role');
    return result.rows[0]?.role ?? '';
  });
}

/** The schema, its list of migrations, and the program's way in. Harmless when all is there. */
export async function prepareSchema(client: ClientBase, tenant: string, program: string): Promise<void> {
  const found = await client.query('select 1 from pg_namespace where nspname = $1', [tenant]);
  if (found.rowCount === 0) await client.query(`create schema ${quoted(tenant)}`);
  await client.query(TABLE);
  await grantSchema(client, program, tenant);
  await grantTables(client, program, ['migration'], () => ['select']);
}

export async function landed(client: ClientBase): Promise<readonly Landed[]> {
  const rows = await client.query<Landed>(
    'select module, name, checksum, at from migration order by position',
  );
  return rows.rows;
}

/** What is to land, after refusing what must not be. */
function notYetLanded(all: readonly Migration[], before: readonly Landed[]): readonly Migration[] {
  const key = (one: { readonly module: string; readonly name: string }) => `${one.module}/${one.name}`;
  const known = new Map(all.map((each) => [key(each), each]));
  const last = new Map<string, string>();
  for (const { module, name, checksum } of before) {
    const file = known.get(key({ module, name }));
    if (!file) refuse('db.migration-missing', { module, name });
    if (file.checksum !== checksum) refuse('db.migration-changed', { module, name });
    if (name > (last.get(module) ?? '')) last.set(module, name);
  }
  const done = new Set(before.map(key));
  const fresh = all.filter((each) => !done.has(key(each)));
  for (const { module, name } of fresh) {
    const highest = last.get(module);
    if (highest !== undefined && name < highest)
      refuse('db.migration-late', { module, name, landed: highest });
  }
  return fresh;
}

/** Runs one file, notes it, and gives the program its rights on the new tables. */
export async function land(client: ClientBase, migration: Migration, program: string): Promise<Landed> {
  const { module, name, checksum } = migration;
  const before = new Set(await relations(client));
  try {
    await client.query(migration.sql);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    refuse('db.migration-failed', { module, name, code: sqlstateOf(error) ?? '?', said });
  }
  const created = (await relations(client)).filter((table) => !before.has(table));
  await grantTables(client, program, created, migration.grant);
  const at = new Date().toISOString();
  await client.query(
    'insert into migration select $1, $2, $3, $4, coalesce(max(position), 0) + 1 from migration',
    [module, name, checksum, at],
  );
  return { module, name, checksum, at };
}

export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
