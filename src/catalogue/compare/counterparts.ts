import { pairsOf } from '#lib/bigrams.ts';

/** How alike two names are, 0 to 1: the share of letter pairs they have in common; the same name beats all. */
function likeness(one: string, other: string): number {
  if (one === other) return 2;
  const [mine, theirs] = [new Set(pairsOf(one)), new Set(pairsOf(other))];
  const both = mine.size + theirs.size;
  return both === 0 ? 0 : (2 * [...mine].filter((pair) => theirs.has(pair)).length) / both;
}

/**
 * Which item above each own item is held against, among those of one basic code. A code often has several items
 * (业务办理项), here and above: the nearest names find each other first, and no item above is given twice while another is
 * free. `named` tells the folded name; gives one for each own item, in their order. `theirs` must not be empty.
 */
export function counterparts<Own, Theirs>(
  own: readonly Own[],
  theirs: readonly Theirs[],
  named: (each: Own | Theirs) => string,
): readonly Theirs[] {
  if (theirs.length === 1) return own.map(() => theirs[0]!);
  const names = theirs.map(named);
  const scores = own.map((mine) => {
    const name = named(mine);
    return names.map((other) => likeness(name, other));
  });
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const couples = scores
    .flatMap((row, i) => row.map((score, j) => ({ i, j, score })))
    .toSorted((a, b) => b.score - a.score);
  for (const { i, j } of couples) {
    if (found.has(i) || taken.has(j)) continue;
    found.set(i, j);
    taken.add(j);
  }
  const nearest = (i: number): number => scores[i]!.indexOf(Math.max(...scores[i]!));
  return own.map((_, i) => theirs[found.get(i) ?? nearest(i)]!);
}
