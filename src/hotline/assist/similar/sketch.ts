/** The pieces of two and three characters that tell a text from others: a few dozen, the rest is common talk. */
const SIZES = [2, 3] as const;
const KEPT = 48;

const WORD = /[\p{L}\p{N}]+/gu;

/** How often each piece stands in the text. */
export function piecesOf(text: string): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(WORD))
    for (const size of SIZES)
      for (let from = 0; from + size <= word.length; from += 1) {
        const piece = word.slice(from, from + size);
        pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
      }
  return pieces;
}

/** A text as its most telling pieces; the squares of the weights add up to one. */
export type Sketch = readonly (readonly [piece: string, weight: number])[];

/** The weight of the last piece to be kept. Sorting numbers alone is much quicker than sorting the pieces. */
const leastKept = (weights: readonly number[]): number =>
  weights.length <= KEPT ? 0 : Float64Array.from(weights).sort().at(-KEPT)!;

/** `rarity` of a piece: 0 when it is in every text or in none. */
export function sketchOf(pieces: ReadonlyMap<string, number>, rarity: (piece: string) => number): Sketch {
  const all = [...pieces]
    .map(([piece, many]) => [piece, (1 + Math.log(many)) * rarity(piece)] as const)
    .filter(([, weight]) => weight > 0);
  const least = leastKept(all.map(([, weight]) => weight));
  const weighed = all
    .filter(([, weight]) => weight >= least)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, KEPT);
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighed.map(([piece, weight]) => [piece, weight / length] as const);
}
