/** A queue that gives the least first; equal ones in the order they came. */
export interface Heap<T> {
  readonly add: (at: number, value: T) => void;
  readonly nextAt: () => number;
  readonly take: () => T | undefined;
  readonly size: () => number;
}
interface Kept<T> {
  readonly at: number;
  readonly n: number;
  readonly value: T;
}
const isBefore = <T>(a: Kept<T>, b: Kept<T>): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);

/** Lifts the last entry to where it belongs. */
function rise<T>(kept: Kept<T>[]): void {
  for (let i = kept.length - 1; i > 0;) {
    const above = (i - 1) >> 1;
    if (!isBefore(kept[i]!, kept[above]!)) return;
    [kept[i], kept[above]] = [kept[above]!, kept[i]!];
    i = above;
  }
}
/** Lets the first entry sink to where it belongs. */
function sink<T>(kept: Kept<T>[]): void {
  for (let i = 0; ;) {
    let least = i;
    for (const below of [2 * i + 1, 2 * i + 2])
      if (below < kept.length && isBefore(kept[below]!, kept[least]!)) least = below;
    if (least === i) return;
    [kept[i], kept[least]] = [kept[least]!, kept[i]!];
    i = least;
  }
}

export function heap<T>(): Heap<T> {
  const kept: Kept<T>[] = [];
  let n = 0;
  return {
    add: (at, value) => {
      kept.push({ at, n: n++, value });
      rise(kept);
    },
    nextAt: () => kept[0]?.at ?? Infinity,
    take: () => {
      const first = kept[0];
      const last = kept.pop();
      if (kept.length > 0) {
        kept[0] = last!;
        sink(kept);
      }
      return first?.value;
    },
    size: () => kept.length,
  };
}
