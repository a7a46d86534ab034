import { piecesOf, sketchOf, type Sketch } from './sketch.ts';

export interface Text {
  readonly id: string;
  readonly text: string;
}
/** Where a piece stands: positions of texts and its weight in each. */
interface Postings {
  readonly at: number[];
  readonly weight: number[];
}
/** Texts by their telling pieces. About 50 numbers a text: 200,000 texts fit in memory. */
export interface SimilarIndex {
  readonly ids: readonly string[];
  readonly sketches: readonly Sketch[];
  readonly postings: ReadonlyMap<string, Postings>;
  readonly rarity: (piece: string) => number;
}
export interface Similar {
  readonly id: string;
  /** Position in the rows that were indexed. */
  readonly row: number;
  /** Cosine of the two sketches: 0 nothing in common, 1 the same telling pieces. */
  readonly alike: number;
}

/** From here on two letters are the same letter, sent twice or slightly changed. */
const SAME_LETTER = 0.8;
/** From here on they are worth looking at together. */
const WORTH_SHOWING = 0.25;

/** Pieces in more texts than this share are common talk; in a small week a matter of many letters is not. */
const COMMON = 0.2;
const FEW = 50;
/** As if so many other texts were around: what several of few letters share is still rare in the world. */
const AROUND = 200;

function rarityOf(texts: readonly ReadonlyMap<string, number>[]): (piece: string) => number {
  const found = new Map<string, number>();
  for (const pieces of texts)
    for (const piece of pieces.keys()) found.set(piece, (found.get(piece) ?? 0) + 1);
  const most = Math.max(FEW, texts.length * COMMON);
  const rarities = Float64Array.from({ length: Math.floor(most) + 1 }, (_, many) =>
    many === 0 ? 0 : Math.log((AROUND + texts.length) / many),
  );
  return (piece) => rarities[found.get(piece) ?? 0] ?? 0;
}

export function indexTexts(texts: readonly Text[]): SimilarIndex {
  const pieces = texts.map(({ text }) => piecesOf(text));
  const rarity = rarityOf(pieces);
  const sketches = pieces.map((each) => sketchOf(each, rarity));
  const postings = new Map<string, Postings>();
  for (const [row, sketch] of sketches.entries())
    for (const [piece, weight] of sketch) {
      const found = postings.get(piece);
      if (found) {
        found.at.push(row);
        found.weight.push(weight);
      } else postings.set(piece, { at: [row], weight: [weight] });
    }
  return { ids: texts.map(({ id }) => id), sketches, postings, rarity };
}

/** All texts that share a telling piece with the sketch, with how alike they are, by position. */
export function alikeRows(index: SimilarIndex, sketch: Sketch): ReadonlyMap<number, number> {
  const alike = new Map<number, number>();
  for (const [piece, own] of sketch) {
    const found = index.postings.get(piece);
    if (!found) continue;
    for (const [i, row] of found.at.entries()) alike.set(row, (alike.get(row) ?? 0) + own * found.weight[i]!);
  }
  return alike;
}

/** The texts most like this one, the likest first. */
export function similar(
  index: SimilarIndex,
  text: string,
  most = 10,
  least = WORTH_SHOWING,
): readonly Similar[] {
  const sketch = sketchOf(piecesOf(text), index.rarity);
  return [...alikeRows(index, sketch)]
    .filter(([, alike]) => alike >= least)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, most)
    .map(([row, alike]) => ({ id: index.ids[row]!, row, alike: Math.min(1, alike) }));
}

/** Those that are the same letter once more. */
export const nearDuplicates = (index: SimilarIndex, text: string): readonly Similar[] =>
  similar(index, text, 50, SAME_LETTER);
