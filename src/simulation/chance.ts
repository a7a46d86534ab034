/** Seeded chance: the same seed gives the same year on every machine. */
export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** A whole number, at least `from`, at most `to`. */
  readonly whole: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  /** True so often. */
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
}

/** FNV-1a over the words, then mixed: four independent starts for the generator. */
function starts(words: string): readonly [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193);
  const mixed = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
    return value ^ (value >>> 16);
  };
  return [mixed(), mixed(), mixed(), mixed()];
}

/**
 * A source of chance for a purpose: `chance(seed, 'order', 17)`. Purposes do not disturb each other, so one more question
 * asked in one place moves nothing elsewhere. The generator is sfc32 (Doty-Humphrey, PractRand).
 */
export function chance(...purpose: readonly (string | number)[]): Chance {
  let [a, b, c, d] = starts(purpose.join('/'));
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < 8; i++) next();
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    between: (from, to) => from + next() * (to - from),
    happens: (probability) => next() < probability,
    pick: (from) => from[whole(0, from.length - 1)]!,
  };
}

/** A choice by weight; the sums are made once. */
export function weighted<T>(
  choices: readonly { readonly weight: number; readonly value: T }[],
): (by: Chance) => T {
  let sum = 0;
  const edges = choices.map(({ weight }) => (sum += weight));
  return (by) => {
    const at = by.next() * sum;
    const index = edges.findIndex((edge) => at < edge);
    return choices[index === -1 ? choices.length - 1 : index]!.value;
  };
}

/** The numbers 0 … count − 1 in an order drawn by chance. */
export function shuffled(count: number, by: Chance): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let i = count - 1; i > 0; i--) {
    const j = by.whole(0, i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
