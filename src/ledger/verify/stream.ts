import type { Query } from '#lib/action/engine/load.ts';

export type Fetched = Readonly<Record<string, unknown>>;

/**
 * Batches one after the other, the next already on its way while this one is worked on, so that the database and the
 * program work at the same time and neither holds more than two batches. `read` gets the last record of the batch before.
 */
export async function* batches(
  read: (last: Fetched | null) => Promise<readonly Fetched[]>,
): AsyncGenerator<readonly Fetched[]> {
  for (let next = read(null); ;) {
    const batch = await next;
    if (batch.length === 0) return;
    next = read(batch.at(-1)!);
    // Whoever stops early leaves the last read alone; its failure is then nobody's business.
    next.catch(() => undefined);
    yield batch;
  }
}

/** The rows of a query through a server-side cursor; `query` must be in a transaction. */
export async function* cursor(query: Query, name: string, select: string): AsyncGenerator<Fetched> {
  await query(`declare ${name} no scroll cursor for ${select}`, []);
  for await (const batch of batches(() => query(`fetch 1000 from ${name}`, []))) yield* batch;
  await query(`close ${name}`, []);
}

/** A stream of which the next value can be looked at before it is taken. */
export interface Peeking<T> {
  readonly peek: () => Promise<T | undefined>;
  readonly take: () => Promise<T | undefined>;
}
export function peeking<T>(values: AsyncGenerator<T>): Peeking<T> {
  let held: T | undefined;
  const peek = async (): Promise<T | undefined> => {
    if (held === undefined) {
      const next = await values.next();
      held = next.done === true ? undefined : next.value;
    }
    return held;
  };
  return {
    peek,
    take: async () => {
      const value = await peek();
      held = undefined;
      return value;
    },
  };
}
