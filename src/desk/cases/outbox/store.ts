import type { ItemShown } from '../model.ts';
import type { Entry } from './entry.ts';

/* The browser's own database: what waits to be sent, and the items used here lately, for when there is no network. */

let opened: Promise<IDBDatabase> | null = null;

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((give, fail) => {
    request.addEventListener('success', () => give(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('the browser keeps nothing')));
  });
}
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((give, fail) => {
    const request = indexedDB.open('yichuang.cases', 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('outbox', { keyPath: 'key' });
      request.result.createObjectStore('items', { keyPath: 'id' });
    });
    request.addEventListener('success', () => give(request.result));
    request.addEventListener('error', () => fail(request.error ?? new Error('the browser keeps nothing')));
  }).catch((thrown: unknown) => {
    opened = null;
    throw thrown;
  });
  return opened;
}
type Store = 'outbox' | 'items';
const storeOf = async (name: Store, mode: IDBTransactionMode): Promise<IDBObjectStore> =>
  (await open()).transaction(name, mode).objectStore(name);

/** Kept when the promise resolves: the transaction is then on the disk. */
async function put(name: Store, value: unknown): Promise<void> {
  const store = await storeOf(name, 'readwrite');
  store.put(value);
  await new Promise<void>((give, fail) => {
    store.transaction.addEventListener('complete', () => give());
    store.transaction.addEventListener('abort', () => fail(store.transaction.error ?? new Error('not kept')));
  });
}
export const keepEntry = (entry: Entry): Promise<void> => put('outbox', entry);
export async function dropEntry(key: string): Promise<void> {
  await answered((await storeOf('outbox', 'readwrite')).delete(key));
}
export async function entriesOf(account: string): Promise<readonly Entry[]> {
  const all = (await answered((await storeOf('outbox', 'readonly')).getAll())) as readonly Entry[];
  return all.filter((each) => each.account === account).toSorted((a, b) => a.at - b.at);
}
export async function findEntry(key: string): Promise<Entry | undefined> {
  return (await answered((await storeOf('outbox', 'readonly')).get(key))) as Entry | undefined;
}

export const keepItem = (item: ItemShown): Promise<void> => put('items', item).catch(() => undefined);
/** Items used in this browser before, whose name has the words. */
export async function knownItems(words: string): Promise<readonly ItemShown[]> {
  const all = (await answered((await storeOf('items', 'readonly')).getAll())) as readonly ItemShown[];
  return all.filter(({ name }) => name.includes(words.trim()));
}
