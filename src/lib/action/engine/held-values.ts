import { coalesced } from '#lib/coalesce.ts';
import type { Reader } from '#lib/db/reader.ts';
import type { Held } from '../need.ts';

/** The values kept in memory: loaded at start, loaded again when one of their nouns was written here or elsewhere. */
export interface HeldValues {
  readonly value: (held: Held<unknown>) => unknown;
  /** Reloads what depends on these nouns; resolves when the new values are in place. */
  readonly refresh: (nouns: readonly string[]) => Promise<void>;
  readonly isWatched: (noun: string) => boolean;
}

export async function heldValues(all: readonly Held<unknown>[], db: Reader): Promise<HeldValues> {
  const values = new Map<string, unknown>();
  // A burst of writes reloads once or twice, and a slow old load never overwrites a newer one.
  const reloads = new Map(
    all.map((held) => [held, coalesced(async () => void values.set(held.name, await held.load(db)))]),
  );
  const reload = (held: Held<unknown>): Promise<void> => reloads.get(held)!();
  await Promise.all(all.map(reload));
  const watched = new Set(all.flatMap((held) => held.reloadOn));
  return {
    value: (held) => {
      if (!values.has(held.name)) throw new Error(`held value ${held.name} was not declared by any module`);
      return values.get(held.name);
    },
    refresh: async (nouns) => {
      await Promise.all(all.filter((held) => held.reloadOn.some((noun) => nouns.includes(noun))).map(reload));
    },
    isWatched: (noun) => watched.has(noun),
  };
}
