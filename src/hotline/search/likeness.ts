import { tokensOf } from '#lib/bigrams.ts';

/** How telling a pair is: one that half of all texts have says little, one that few have says much. */
export type Weigh = (pair: string) => number;

/**
 * How alike two texts are, from 0 to 1: the weight of the pairs they share against the weight of both (cosine of sets).
 * Equal weights: two of three pairs shared with a text of three is 2 / √(3 × 3) = 0.67.
 */
export function likeness(asked: readonly string[], other: ReadonlySet<string>, weigh: Weigh): number {
  const total = (pairs: Iterable<string>): number => {
    let sum = 0;
    for (const pair of pairs) sum += weigh(pair);
    return sum;
  };
  const shared = total(asked.filter((pair) => other.has(pair)));
  return shared === 0 ? 0 : shared / Math.sqrt(total(asked) * total(other));
}

/** How much of what was asked the other text has, from 0 to 1: for a few words against a long text. */
export function coverage(asked: readonly string[], other: ReadonlySet<string>, weigh: Weigh): number {
  const sum = (pairs: readonly string[]): number => pairs.reduce((before, pair) => before + weigh(pair), 0);
  const all = sum(asked);
  return all === 0 ? 0 : sum(asked.filter((pair) => other.has(pair))) / all;
}

/**
 * What a text has in common with another, in words: pairs that follow each other put together again (路灯 灯坏 → 路灯坏), the
 * longest first, at most `most`; what is part of a longer one is left out.
 */
export function sharedWords(text: string, other: ReadonlySet<string>, most = 4): readonly string[] {
  const words: string[] = [];
  let after = 0;
  for (const { word, at } of tokensOf(text)) {
    const [first = '', second] = [...word];
    if (second === undefined || !other.has(word)) continue;
    if (at === after) words.push(words.pop()! + second);
    else words.push(first + second);
    after = at + 1;
  }
  const plain = words.map((word) => word.replace(/^的(?=..)/u, ''));
  const longest = [...new Set(plain)].sort((a, b) => b.length - a.length);
  return longest
    .filter((word, n) => !longest.slice(0, n).some((longer) => longer.includes(word)))
    .slice(0, most);
}
