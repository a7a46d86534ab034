/** The pieces of two and three characters that tell a text from others: a few dozen, the rest is common talk. */
const SIZES = [2, 3] as const;
const KEPT = 48;

const WORD = /[\p{L}\p{N}]+/gu;

/** What the matter is, is said at the beginning; a letter of 50,000 characters must not cost more than others. */
const BEGINNING = 600;

/** How often each piece stands in the text. */
export function piecesOf(text: string): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>();
  for (const [word] of text.slice(0, BEGINNING).normalize('NFKC').toLowerCase().matchAll(WORD))
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
const leastKept = (weights: Float64Array): number =>
  weights.length <= KEPT ? 0 : weights.toSorted().at(-KEPT)!;

/** `rarity` of a piece: 0 when it is in every text or in none. */
export function sketchOf(pieces: ReadonlyMap<string, number>, rarity: (piece: string) => number): Sketch {
  const weights = new Float64Array(pieces.size);
  let next = 0;
  for (const [piece, many] of pieces) weights[next++] = (1 + Math.log(many)) * rarity(piece);
  const least = leastKept(weights);
  const kept: (readonly [string, number])[] = [];
  next = 0;
  for (const piece of pieces.keys()) {
    const weight = weights[next++]!;
    if (weight > 0 && weight >= least) kept.push([piece, weight]);
  }
  const first = kept.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, KEPT);
  const length = Math.sqrt(first.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return first.map(([piece, weight]) => [piece, weight / length] as const);
}
