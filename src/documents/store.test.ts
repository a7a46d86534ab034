import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { directoryStore, type FileStore } from './store.ts';

/** SHA-256 of `abc`, from FIPS 180-4's examples. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc = new TextEncoder().encode('abc');
let directory = '';
let store: FileStore;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'store-'));
  store = directoryStore(directory);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('bytes are kept under their digest and come back', async () => {
  expect(await store.has(ABC)).toBe(false);
  expect(await store.find(ABC)).toBeUndefined();
  expect(await store.put(abc)).toBe(ABC);
  expect(await store.has(ABC)).toBe(true);
  expect(await store.find(ABC)).toEqual(Buffer.from(abc));
});

test('the same bytes put many times at once are one file, and nothing is left beside it', async () => {
  const bytes = new TextEncoder().encode('同一份材料');
  const names = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
  expect(new Set(names).size).toBe(1);
  const all = await readdir(directory, { recursive: true, withFileTypes: true });
  expect(all.filter((entry) => entry.isFile() && entry.name.startsWith('.'))).toEqual([]);
  expect(all.filter((entry) => entry.name === names[0])).toHaveLength(1);
});

test('a kept file that was changed is not handed out', async () => {
  const name = await store.put(new TextEncoder().encode('原件'));
  const path = join(directory, name.slice(0, 2), name.slice(2, 4), name);
  await chmod(path, 0o600);
  await writeFile(path, '改过');
  await expect(store.find(name)).rejects.toThrow('was changed');
});

test('a name that is no digest never becomes a path', async () => {
  await expect(store.find('../../etc/passwd')).rejects.toThrow('not a file name');
});
