import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { refuse } from '../../refusal.ts';
import { digestOf, meter, type Meter, type Passed } from './digest.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { type Member, readMembers, TarFault } from './tar.ts';
import './refusals.ts';

/** Who wants the contents of a backup while it is read. */
export interface Receiver {
  /** The next bytes of a table's COPY text. */
  rows(table: string, bytes: Buffer): Promise<void>;
  attachment(path: string, contents: AsyncIterable<Uint8Array>): Promise<void>;
}

const expand = promisify(gunzip);
/** A piece holds 4 MB and the rest of a network packet; more is no piece of ours but a bomb. */
const PIECE_LIMIT = 16 << 20;
const MANIFEST_LIMIT = 256 << 20;

const damaged = (where: string, why: string): never => refuse('backup.damaged', { where, why });

/** Opens a backup for reading; refuses what cannot be opened. */
export async function openBackup<T>(file: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file).catch(() => refuse('backup.unreadable', { file }));
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** Checks a whole backup, bit by bit, and says what it holds. */
export const readManifest = (file: string): Promise<Manifest> =>
  openBackup(file, (handle) => readBackup(handle, file));

/**
 * Reads a backup from its beginning to its end and checks every digest against the manifest. What the receiver gets
 * is proven only when this returns: read once without a receiver, then once with.
 */
export async function readBackup(handle: FileHandle, file: string, receiver?: Receiver): Promise<Manifest> {
  const seen = new Map<string, Meter>();
  const kept = new Map<string, Buffer>();
  let last = file;
  try {
    for await (const member of readMembers(handle)) {
      last = member.path;
      await readMember(member, seen, kept, receiver);
    }
  } catch (error) {
    if (!(error instanceof TarFault)) throw error;
    if (last === file) refuse('backup.unreadable', { file });
    damaged(last, error.message);
  }
  const manifest = trustedManifest(kept);
  checkDigests(manifest, new Map([...seen].map(([name, each]) => [name, each.total()])));
  return manifest;
}

const TABLE = /^tables\/([a-z0-9_]+)\/\d{6}\.copy\.gz$/;
const ATTACHMENT = /^attachments\/((?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*)$/;

function meterOf(seen: Map<string, Meter>, name: string): Meter {
  const found = seen.get(name) ?? meter();
  seen.set(name, found);
  return found;
}

async function readMember(
  member: Member,
  seen: Map<string, Meter>,
  kept: Map<string, Buffer>,
  receiver: Receiver | undefined,
): Promise<void> {
  const table = TABLE.exec(member.path)?.[1];
  const attachment = ATTACHMENT.exec(member.path)?.[1];
  if (table !== undefined) {
    if (member.size > PIECE_LIMIT) damaged(member.path, '过大');
    const piece = await whole(metered(member, meterOf(seen, `tables/${table}`)));
    if (receiver) await receiver.rows(table, await expanded(piece, member.path));
  } else if (attachment !== undefined) {
    if (seen.has(member.path)) damaged(member.path, '重复出现');
    const contents = metered(member, meterOf(seen, member.path));
    if (receiver) await receiver.attachment(attachment, contents);
    else for await (const _ of contents);
  } else if (/^manifest\.(json|sha256)$/.test(member.path)) {
    if (member.size > MANIFEST_LIMIT) damaged(member.path, '过大');
    kept.set(member.path, await whole(member.contents()));
  } else damaged(member.path, '不属于备份');
}

async function* metered(member: Member, passed: Meter): AsyncGenerator<Buffer> {
  for await (const bytes of member.contents()) {
    passed.take(bytes);
    yield bytes;
  }
}

async function whole(contents: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const bytes of contents) pieces.push(bytes);
  return Buffer.concat(pieces);
}

const expanded = (piece: Buffer, path: string): Promise<Buffer> =>
  expand(piece, { maxOutputLength: PIECE_LIMIT }).catch(() => damaged(path, '无法解压'));

function trustedManifest(kept: ReadonlyMap<string, Buffer>): Manifest {
  const json = kept.get('manifest.json');
  const digest = kept.get('manifest.sha256');
  if (!json || !digest) return damaged('manifest.json', '缺失');
  if (digest.toString() !== `${digestOf(json)}  manifest.json\n`) damaged('manifest.json', '校验值不符');
  return parseManifest(json.toString()) ?? damaged('manifest.json', '不是备份清单');
}

const NOTHING: Passed = meter().total();

function checkDigests(manifest: Manifest, seen: Map<string, Passed>): void {
  const listed: readonly (Passed & { readonly name: string })[] = [
    ...manifest.tables.map((table) => ({ ...table, name: `tables/${table.name}` })),
    ...(manifest.attachments ?? []).map((each) => ({ ...each, name: `attachments/${each.path}` })),
  ];
  for (const { name, bytes, sha256 } of listed) {
    const found = seen.get(name) ?? NOTHING;
    if (found.bytes !== bytes || found.sha256 !== sha256) damaged(name, '校验值不符');
    seen.delete(name);
  }
  for (const name of seen.keys()) damaged(name, '清单中没有它');
}
