import type { Letter } from './letters.ts';
import { seededRandom } from './seeded.ts';

const SEED = 2020;

/** Letters that must stay together: groups of near-identical ones, and single letters. */
function groupsOf(letters: readonly Letter[]): readonly (readonly number[])[] {
  const named = Map.groupBy(letters.keys(), (i) => letters[i]!.group ?? i);
  return [...named.values()];
}

function shuffled<T>(all: readonly T[], random: () => number): readonly T[] {
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/** The fold of each letter, `0 … folds − 1`: every topic in each alike, near-identical letters in one; always the same. */
export function foldsOf(letters: readonly Letter[], folds: number): readonly number[] {
  const random = seededRandom(SEED);
  const fold = letters.map(() => 0);
  const byLabel = Map.groupBy(groupsOf(letters), (group) => letters[group[0]!]!.label);
  let next = 0;
  for (const groups of byLabel.values())
    for (const group of shuffled(groups, random)) {
      for (const i of group) fold[i] = next % folds;
      next += 1;
    }
  return fold;
}
