import { setImmediate as turnEnds } from 'node:timers/promises';

interface Wish<V> {
  readonly key: string;
  readonly give: (found: V | undefined) => void;
  readonly fail: (fault: unknown) => void;
}
/** Reads what stands under these keys, each once; what is not there is left out. */
export type ReadMany<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>;

async function serve<V>(read: ReadMany<V>, wishes: readonly Wish<V>[]): Promise<void> {
  try {
    const found = await read([...new Set(wishes.map(({ key }) => key))]);
    for (const { key, give } of wishes) give(found.get(key));
  } catch (fault) {
    for (const { fail } of wishes) fail(fault);
  }
}

/**
 * Asks for one, reads many: whatever is asked while a reading is on its way is the next reading, at most so many at once.
 * A reading begins after all were asked who get its answers, and nothing is kept. Undefined for what is not there.
 */
export function gathered<V>(read: ReadMany<V>, most: number): (key: string) => Promise<V | undefined> {
  const wishes: Wish<V>[] = [];
  let isBusy = false;
  const drain = async (): Promise<void> => {
    await turnEnds();
    while (wishes.length > 0) await serve(read, wishes.splice(0, most));
    isBusy = false;
  };
  return (key) =>
    new Promise((give, fail) => {
      wishes.push({ key, give, fail });
      if (isBusy) return;
      isBusy = true;
      void drain();
    });
}
