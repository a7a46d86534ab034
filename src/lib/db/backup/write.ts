import { access, open, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { refuse } from '../../refusal.ts';
import type { Report } from '../../progress.ts';
import type { Database } from '../database.ts';
import { landed } from '../migrate.ts';
import { withClient } from '../pool.ts';
import { writeAttachments } from './attachments.ts';
import { digestOf, meter } from './digest.ts';
import { isManifest, type Manifest, type TableEntry } from './manifest.ts';
import { copyOut, type Table, tablesOf } from './tables.ts';
import { type Sink, writeEnd, writeMember } from './tar.ts';
import './refusals.ts';

export interface BackupOptions {
  /** Version of the program, for the manifest. */
  readonly program: string;
  /** The attachment store's directory; absent: rows only. */
  readonly attachments?: string;
  /** The ledger's public key as PEM, so that a restored ledger can be verified elsewhere. */
  readonly publicKey?: string;
  readonly report?: Report;
}

type Source = Pick<Database, 'tenant' | 'ownerUrl' | 'programUrl' | 'server'>;

const compress = promisify(gzip);
const PIECE = 4 << 20;

/** Backs the tenant up into a new file that only this user can read. Nothing of it remains when it fails. */
export async function backup(database: Source, file: string, options: BackupOptions): Promise<Manifest> {
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (exists) refuse('backup.exists', { file });
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    const manifest = await writeBackup(database, (bytes) => handle.writeFile(bytes), options);
    await handle.sync();
    await rename(part, file);
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Backs the tenant up into a stream of bytes. One REPEATABLE READ snapshot; work goes on meanwhile. */
export function writeBackup(database: Source, sink: Sink, options: BackupOptions): Promise<Manifest> {
  return withClient(database, { as: 'owner', purpose: 'backup' }, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const at = new Date().toISOString();
    const migrations = (await landed(client)).map(({ module, name, checksum }) => ({
      module,
      name,
      checksum,
    }));
    const tables: TableEntry[] = [];
    const all = await tablesOf(client);
    for (const table of all) {
      tables.push(await writeTable(client, sink, table));
      options.report?.(tables.length, all.length);
    }
    await client.query('commit');
    const manifest: Manifest = {
      format: 'yichuang-backup',
      formatVersion: 1,
      program: options.program,
      postgres: database.server.version,
      tenant: database.tenant,
      at,
      migrations,
      tables,
      attachments:
        options.attachments === undefined ? null : await writeAttachments(sink, options.attachments),
      publicKey: options.publicKey ?? null,
    };
    if (!isManifest(manifest)) throw new Error('the manifest would not be readable again');
    await writeManifest(sink, manifest);
    return manifest;
  });
}

/** Copies a table in compressed pieces, so that memory does not grow with it. */
async function writeTable(client: Client, sink: Sink, table: Table): Promise<TableEntry> {
  const rows = client.query(copyTo(copyOut(table)));
  const passed = meter();
  let waiting: Buffer[] = [];
  let size = 0;
  let number = 0;
  const flush = async () => {
    if (size === 0) return;
    const piece = await compress(Buffer.concat(waiting), { level: 2 });
    waiting = [];
    size = 0;
    number += 1;
    const path = `tables/${table.name}/${String(number).padStart(6, '0')}.copy.gz`;
    passed.take(piece);
    await writeMember(sink, path, piece.length, [piece]);
  };
  for await (const bytes of rows as AsyncIterable<Buffer>) {
    waiting.push(bytes);
    size += bytes.length;
    if (size >= PIECE) await flush();
  }
  await flush();
  return { ...table, rows: rows.rowCount, ...passed.total() };
}

async function writeManifest(sink: Sink, manifest: Manifest): Promise<void> {
  const json = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const digest = Buffer.from(`${digestOf(json)}  manifest.json\n`);
  await writeMember(sink, 'manifest.json', json.length, [json]);
  await writeMember(sink, 'manifest.sha256', digest.length, [digest]);
  await writeEnd(sink);
}
