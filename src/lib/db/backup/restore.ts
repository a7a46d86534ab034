import type { FileHandle } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { refuse } from '../../refusal.ts';
import type { Report } from '../../progress.ts';
import { quoted, relations } from '../grants.ts';
import { inTransaction, land, lockTenant, prepareSchema, roleOf } from '../migrate.ts';
import { type Migration, type MigrationSource, readMigrations } from '../migration-files.ts';
import { type Addressed, withClient } from '../pool.ts';
import { arrivingIn, type Arriving } from './attachments.ts';
import type { Manifest, TableEntry } from './manifest.ts';
import { openBackup, readBackup } from './read.ts';
import { addPartitions, copyIn, dropForeignKeys, tablesOf } from './tables.ts';
import './refusals.ts';

export interface RestoreOptions {
  /** The program's migrations: the schema is made by them, not by the backup. */
  readonly sources: readonly MigrationSource[];
  /** Where attachments go; absent: those of the backup are left in it. */
  readonly attachments?: string;
  readonly report?: Report;
}

/**
 * Brings a backup back into a tenant that has no tables yet, on any PostgreSQL from 15. The whole file is checked
 * before anything is written, and all is one transaction. Newer migrations of the program land at its next start.
 */
export function restore(database: Addressed, file: string, options: RestoreOptions): Promise<Manifest> {
  return openBackup(file, async (handle) => {
    const manifest = await readBackup(handle, file);
    const migrations = knownMigrations(manifest, await readMigrations(options.sources));
    const program = await roleOf(database);
    const arriving = options.attachments === undefined ? undefined : arrivingIn(options.attachments);
    try {
      await withClient(database, { as: 'owner', purpose: 'restore' }, async (client) => {
        await lockTenant(client, database.tenant);
        await inTransaction(client, async () => {
          await refuseUnlessEmpty(client, database.tenant);
          await prepareSchema(client, database.tenant, program);
          for (const migration of migrations) await land(client, migration, program);
          await fill(client, manifest, { handle, file, arriving, report: options.report });
          await arriving?.settle();
        });
      });
    } finally {
      await arriving?.clear();
    }
    return manifest;
  });
}

/** The program's own files for every migration of the backup: no SQL from a file is ever run. */
function knownMigrations(manifest: Manifest, all: readonly Migration[]): readonly Migration[] {
  return manifest.migrations.map(({ module, name, checksum }) => {
    const own = all.find((each) => each.module === module && each.name === name);
    if (!own) refuse('backup.newer', { program: manifest.program, module, name });
    if (own.checksum !== checksum) refuse('db.migration-changed', { module, name });
    return own;
  });
}

async function refuseUnlessEmpty(client: Client, tenant: string): Promise<void> {
  const found = await client.query('select 1 from pg_namespace where nspname = $1', [tenant]);
  const [table] = found.rowCount === 0 ? [] : await relations(client);
  if (table !== undefined) refuse('backup.not-empty', { tenant, table });
}

interface Supply {
  readonly handle: FileHandle;
  readonly file: string;
  readonly arriving: Arriving | undefined;
  readonly report: Report | undefined;
}

/** Empties the tables of what the migrations put into them, and copies the rows. */
async function fill(client: Client, manifest: Manifest, supply: Supply): Promise<void> {
  const names = manifest.tables.map((table) => table.name);
  const own = (await tablesOf(client)).map((table) => table.name);
  const odd = [
    ...names.filter((name) => !own.includes(name)),
    ...own.filter((name) => !names.includes(name)),
  ];
  if (odd.length > 0) refuse('backup.damaged', { where: odd.join(', '), why: '与迁移建立的表不一致' });
  const putForeignKeysBack = await dropForeignKeys(client);
  await client.query(`truncate ${names.map(quoted).join(', ')}`);
  for (const table of manifest.tables) await addPartitions(client, table);
  const copying = copier(client, manifest.tables, supply.report);
  await readBackup(supply.handle, supply.file, {
    rows: (table, bytes) => copying.take(table, bytes),
    attachment: async (path, contents) => {
      if (supply.arriving) await supply.arriving.receive(path, contents);
      else for await (const _ of contents);
    },
  });
  await copying.end();
  await putForeignKeysBack();
}

/** Feeds rows to one COPY after the other, as tables come. */
function copier(client: Client, tables: readonly TableEntry[], report: Report | undefined) {
  let open: { readonly table: TableEntry; readonly stream: CopyStreamQuery } | undefined;
  let done = 0;
  const end = async () => {
    if (!open) return;
    const { table, stream } = open;
    open = undefined;
    stream.end();
    await finished(stream);
    if (stream.rowCount !== table.rows)
      refuse('backup.damaged', {
        where: table.name,
        why: `应有 ${table.rows} 行，只有 ${stream.rowCount} 行`,
      });
    report?.((done += 1), tables.length);
  };
  const begin = (name: string) => {
    const table = tables.find((each) => each.name === name);
    if (!table) return refuse('backup.damaged', { where: name, why: '清单中没有它' });
    const stream = client.query(copyFrom(copyIn(table)));
    stream.on('error', () => undefined); // told to whoever writes or waits for the end
    return { table, stream };
  };
  const take = async (name: string, bytes: Buffer) => {
    if (open?.table.name !== name) {
      await end();
      open = begin(name);
    }
    const { stream } = open;
    await new Promise<void>((go, fail) => stream.write(bytes, (error) => (error ? fail(error) : go())));
  };
  return { take, end };
}
