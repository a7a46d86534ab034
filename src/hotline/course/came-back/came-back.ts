import type { Instant } from '#lib/time.ts';

/** What is compared of two orders. */
export interface Word {
  readonly id: string;
  /** Keyed hash of the caller's telephone; null when unknown or confidential. */
  readonly caller: string | null;
  readonly topic: string;
  readonly place: string;
  readonly title: string;
  readonly text: string;
}
export interface Earlier extends Word {
  readonly handler: string | null;
  readonly closedAt: Instant;
}

/** Two texts that share so many of their pairs of characters are the same matter told again. */
const ALIKE = 0.8;

const pairs = (text: string): ReadonlySet<string> => {
  const plain = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{S}]/gu, ''),
  ];
  return new Set(plain.length < 2 ? plain : plain.slice(1).map((letter, n) => `${plain[n]}${letter}`));
};

type PairsOf = typeof pairs;
/** So many texts are kept at once: a few megabytes. */
const MOST_TEXTS = 1_000;

/** The same for many comparisons: a closed order is compared with every new one at its place, and its text read once. */
export function pairsOnce(): PairsOf {
  const known = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    if (known.size >= MOST_TEXTS) known.clear();
    const made = pairs(text);
    known.set(text, made);
    return made;
  };
}

/** How much two texts have in common, 0 to 1: shared pairs of characters over all pairs (Jaccard). */
export function alikeness(one: string, other: string, pairsOf: PairsOf = pairs): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

const themeOf = (topic: string): string => topic.split('/', 1)[0]!;
const isSameCaller = (one: Word, other: Word): boolean =>
  one.caller !== null && one.caller === other.caller && themeOf(one.topic) === themeOf(other.topic);

/** Another caller about the same thing at the same place: the same title, or nearly the same words. */
const isSameMatter = (one: Word, other: Word, pairsOf: PairsOf): boolean =>
  one.place === other.place &&
  one.topic === other.topic &&
  (alikeness(one.title, other.title, pairsOf) === 1 || alikeness(one.text, other.text, pairsOf) >= ALIKE);

/**
 * 重复来电 — the closed order that a new one comes back to, the last closed first; undefined when it is new. The same
 * caller counts within one theme (a lamp that is dark again, not a question about a pension); the same matter counts
 * whoever tells it. A confidential caller is not compared: being linked to an open order would give the name away.
 */
export const cameBack = (
  order: Word,
  closed: readonly Earlier[],
  pairsOf: PairsOf = pairs,
): Earlier | undefined =>
  closed
    .toSorted((a, b) => (a.closedAt < b.closedAt ? 1 : -1))
    .find(
      (each) => each.id !== order.id && (isSameCaller(order, each) || isSameMatter(order, each, pairsOf)),
    );
