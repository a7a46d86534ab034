import { compare, floor, minus, ratio, type Fraction } from '#lib/fraction.ts';

interface Share {
  readonly index: number;
  readonly whole: number;
  readonly rest: Fraction;
}
const add = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** `amount` over these weights in proportion; what is left over goes to the largest remainders, the first of equal ones. */
function proportional(weights: readonly number[], amount: number): readonly number[] {
  const total = add(weights);
  if (total === 0) return weights.map(() => 0);
  const shares = weights.map((weight, index): Share => {
    const exact = ratio(BigInt(weight) * BigInt(amount), BigInt(total));
    return { index, whole: Number(floor(exact)), rest: minus(exact, ratio(floor(exact), 1n)) };
  });
  const left = amount - add(shares.map(({ whole }) => whole));
  const first = [...shares].sort((a, b) => compare(b.rest, a.rest) || a.index - b.index).slice(0, left);
  const lucky = new Set(first.map(({ index }) => index));
  return shares.map(({ index, whole }) => whole + (lucky.has(index) ? 1 : 0));
}

/** What the minimum alone asks of these strata. */
export const leastOf = (populations: readonly number[], minimum: number): number =>
  add(populations.map((population) => Math.min(minimum, population)));

/**
 * How many to draw from each stratum: first the minimum (or all there are), then the rest in proportion to what is left
 * there (largest remainder). 100 and 10 with a minimum of 3 and a size of 14: 3 + 3, then 8 over 97 : 7 → 7.46 and
 * 0.54 → 7 and 1 → 10 and 4. Together the size, unless there are not so many; a size below what the minimum asks for is spread in proportion
 * alone, and small strata may then get none: 1 and 50, 2 to draw → 0.04 and 1.96 → none and 2.
 */
export function allocate(
  populations: readonly number[],
  { size, minimum }: { readonly size: number; readonly minimum: number },
): readonly number[] {
  if (size < leastOf(populations, minimum)) return proportional(populations, size);
  const least = populations.map((population) => Math.min(minimum, population));
  const rooms = populations.map((population, index) => population - least[index]!);
  const rest = Math.max(0, Math.min(size, add(populations)) - add(least));
  const more = proportional(rooms, rest);
  return least.map((each, index) => each + more[index]!);
}
