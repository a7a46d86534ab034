import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Query } from '#lib/action/engine/load.ts';
import type { App } from '#lib/app.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { directoryStore, isFileName, type FileName, type FileStore } from '../store.ts';

/** The store of attachments, which can also forget. */
export interface AttachmentStore extends FileStore {
  /** Deletes the bytes of that name, if there are any. */
  readonly forget: (name: FileName) => Promise<void>;
}

export function attachmentStore({ config }: Pick<App, 'config'>): AttachmentStore {
  const directory = join(config.dataDirectory, 'attachments');
  return {
    ...directoryStore(directory),
    forget: async (name) => {
      if (!isFileName(name)) throw new RangeError(`not a file name: ${name}`);
      // The place where `directoryStore` keeps it.
      await unlink(join(directory, name.slice(0, 2), name.slice(2, 4), name)).catch((fault: unknown) => {
        if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
      });
    },
  };
}

const CONTENT = 0x5941; // 'YA'

/**
 * One at a time for one content, in all processes: or an upload finds the bytes there and keeps a row for them just when
 * the eraser, who saw no row yet, deletes them. `work` gets the statements of the connection that holds the lock.
 */
export const withContent = <T>(
  app: Pick<App, 'db'>,
  name: FileName,
  work: (query: Query) => Promise<T>,
): Promise<T> =>
  inTransaction(app.db, async (query) => {
    await query("select pg_advisory_xact_lock($1, hashtext(current_schema() || '/' || $2))", [CONTENT, name]);
    return work(query);
  });

/** Deletes a content that no kept attachment has. Only under its lock. */
export async function forgetUnused(store: AttachmentStore, name: FileName, query: Query): Promise<void> {
  const [kept] = await query("select 1 from attachment where sha256 = $1 and state = 'kept' limit 1", [name]);
  if (!kept) await store.forget(name);
}
