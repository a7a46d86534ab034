import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Bytes under the name of their own SHA-256. Where they lie is the store's matter: a directory, or a bucket. */
export interface FileStore {
  /** Keeps the bytes for good and answers with their name; the same bytes are kept once. */
  readonly put: (bytes: Uint8Array) => Promise<FileName>;
  /** The bytes of that name, checked against it; nothing when there are none. */
  readonly find: (name: FileName) => Promise<Uint8Array | undefined>;
  readonly has: (name: FileName) => Promise<boolean>;
}

/** 64 lower-case hexadecimal digits. */
export type FileName = string;

const NAME = /^[0-9a-f]{64}$/;
export const isFileName = (text: string): boolean => NAME.test(text);
export const fileNameOf = (bytes: Uint8Array): FileName => createHash('sha256').update(bytes).digest('hex');

/**
 * A store in a directory. A file is written beside its place, brought to the disk, and only then gets its name, so that
 * a name always stands for whole bytes, also after a power cut. Throws when a kept file no longer matches its name.
 */
export function directoryStore(directory: string): FileStore {
  const pathOf = (name: FileName): string => {
    if (!isFileName(name)) throw new RangeError(`not a file name: ${name}`);
    return join(directory, name.slice(0, 2), name.slice(2, 4), name);
  };
  const has = async (name: FileName): Promise<boolean> => {
    const found = await stat(pathOf(name)).catch(absent);
    return found !== undefined;
  };
  return {
    has,
    put: async (bytes) => {
      const name = fileNameOf(bytes);
      const path = pathOf(name);
      if (!(await has(name))) await keep(bytes, path, directory);
      return name;
    },
    find: async (name) => {
      const bytes = await readFile(pathOf(name)).catch(absent);
      if (bytes && fileNameOf(bytes) !== name) throw new Error(`stored file ${name} was changed`);
      return bytes;
    },
  };
}

function absent(fault: unknown): undefined {
  if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  throw fault;
}

async function keep(bytes: Uint8Array, path: string, directory: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const beside = join(directory, `.${randomUUID()}.part`);
  const file = await open(beside, 'wx', 0o400);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (fault) {
    await file.close();
    await unlink(beside);
    throw fault;
  }
  await file.close();
  await rename(beside, path);
  // The name is part of the directory, and new directories of theirs: each must reach the disk as well.
  for (const each of [folder, dirname(folder), directory]) await syncDirectory(each);
}

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
