import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { randomUUID } from 'node:crypto';
import { meter } from './digest.ts';
import type { Manifest } from './manifest.ts';
import { type Sink, writeMember } from './tar.ts';

export type AttachmentEntry = NonNullable<Manifest['attachments']>[number];

/** Files of the store, without those being written: their names begin with a dot. */
async function filesOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort();
}

/** Copies the store. It only grows and its files never change, so it is read after the rows that speak of them. */
export async function writeAttachments(sink: Sink, directory: string): Promise<AttachmentEntry[]> {
  const written: AttachmentEntry[] = [];
  for (const path of await filesOf(directory)) {
    const passed = meter();
    const full = join(directory, path);
    async function* metered() {
      for await (const piece of createReadStream(full) as AsyncIterable<Buffer>) {
        passed.take(piece);
        yield piece;
      }
    }
    await writeMember(sink, `attachments/${path}`, (await stat(full)).size, metered());
    written.push({ path, ...passed.total() });
  }
  return written;
}

export interface Arriving {
  receive(path: string, contents: AsyncIterable<Uint8Array>): Promise<void>;
  /** Puts everything in its place. */
  settle(): Promise<void>;
  /** Removes what was received and not settled. */
  clear(): Promise<void>;
}

/** Restored files wait in a hidden folder of the store until the rows are sure to come, too. */
export function arrivingIn(directory: string): Arriving {
  const waiting = join(directory, `.restoring-${randomUUID()}`);
  const arrived: string[] = [];
  return {
    async receive(path, contents) {
      await mkdir(dirname(join(waiting, path)), { recursive: true });
      const file = await open(join(waiting, path), 'wx', 0o600);
      try {
        for await (const piece of contents) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      arrived.push(path);
    },
    async settle() {
      for (const path of arrived) {
        await mkdir(dirname(join(directory, path)), { recursive: true });
        await rename(join(waiting, path), join(directory, path));
      }
    },
    clear: () => rm(waiting, { recursive: true, force: true }),
  };
}
