import { alikeRows, type SimilarIndex } from './similar.ts';

/** A letter and those like it, by position; the first is the one most others are like. */
export type Group = readonly number[];

/** From here on two letters tell of the same matter. Chosen by reading the groups of a year of letters. */
const SAME_MATTER = 0.2;

/**
 * Groups of letters of one matter, the largest first. Each group stands around one letter that all of it is like (star
 * clusters), so that a chain of small likenesses does not join two matters.
 */
export function groupsOf(index: SimilarIndex, isWanted: (row: number) => boolean): readonly Group[] {
  const wanted = [...index.ids.keys()].filter(isWanted);
  const like = new Map(
    wanted.map((row) => [
      row,
      [...alikeRows(index, index.sketches[row]!)]
        .filter(([other, alike]) => other !== row && alike >= SAME_MATTER && isWanted(other))
        .map(([other]) => other),
    ]),
  );
  const taken = new Set<number>();
  const groups: Group[] = [];
  const left = (row: number): readonly number[] => like.get(row)!.filter((other) => !taken.has(other));
  for (const row of wanted.toSorted((a, b) => like.get(b)!.length - like.get(a)!.length || a - b)) {
    if (taken.has(row)) continue;
    const group = [row, ...left(row)];
    for (const each of group) taken.add(each);
    groups.push(group);
  }
  return groups.filter((group) => group.length > 1).sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
