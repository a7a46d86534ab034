import { gramsOf } from './grams.ts';

/** Position of every gram that is known. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The known grams of one text. */
export interface GramCounts {
  readonly at: Int32Array;
  readonly count: Float64Array;
}
/** How much a gram says, by position; 0: it is not used. */
export type FeatureWeights = Float32Array;

/** A gram of fewer letters is chance, or somebody's name. */
const LEAST_LETTERS = 3;
/** How much heavier a gram is that only one topic uses. Chosen by cross-validation among 0, 2, 4, 5. */
const TELLING = 2;

/** The vocabulary of these texts: grams of three letters or more, in order of the alphabet. */
export function vocabularyOf(texts: readonly ReadonlyMap<string, number>[]): Vocabulary {
  const letters = new Map<string, number>();
  for (const grams of texts) for (const gram of grams.keys()) letters.set(gram, (letters.get(gram) ?? 0) + 1);
  const kept = [...letters].filter(([, many]) => many >= LEAST_LETTERS).map(([gram]) => gram);
  return new Map(kept.sort().map((gram, position) => [gram, position]));
}

export function countKnown(grams: ReadonlyMap<string, number>, vocabulary: Vocabulary): GramCounts {
  const at: number[] = [];
  const count: number[] = [];
  for (const [gram, many] of grams) {
    const position = vocabulary.get(gram);
    if (position === undefined) continue;
    at.push(position);
    count.push(many);
  }
  return { at: Int32Array.from(at), count: Float64Array.from(count) };
}
export const countText = (text: string, vocabulary: Vocabulary): GramCounts =>
  countKnown(gramsOf(text), vocabulary);

/** Letters of each topic in which each gram stands. */
function lettersByTopic(
  rows: readonly GramCounts[],
  topics: readonly number[],
  shape: readonly [features: number, topics: number],
): readonly Float64Array[] {
  const found = Array.from({ length: shape[1] }, () => new Float64Array(shape[0]));
  for (const [i, { at }] of rows.entries()) for (const position of at) found[topics[i]!]![position]! += 1;
  return found;
}

/** 1 where only one topic uses the gram, 0 where all do alike: one less the entropy over the topics' own rates. */
function telling(letters: readonly number[], perTopic: readonly number[]): number {
  const all = perTopic.reduce((sum, each) => sum + each, 0);
  const rates = letters.map((many, topic) => (many + perTopic[topic]! / all) / perTopic[topic]!);
  const sum = rates.reduce((total, rate) => total + rate, 0);
  const entropy = rates.reduce((total, rate) => total - (rate / sum) * Math.log(rate / sum), 0);
  return 1 - entropy / Math.log(letters.length);
}

/** Weight of each gram: rarer is heavier (idf), and heavier still the fewer topics use it. */
export function weigh(
  rows: readonly GramCounts[],
  topics: readonly number[],
  shape: readonly [features: number, topics: number],
): FeatureWeights {
  const found = lettersByTopic(rows, topics, shape);
  const perTopic = found.map((_, topic) => topics.filter((each) => each === topic).length);
  return Float32Array.from({ length: shape[0] }, (_, position) => {
    const letters = found.map((counts) => counts[position]!);
    const many = letters.reduce((sum, each) => sum + each, 0);
    if (many < LEAST_LETTERS) return 0;
    const rarity = Math.log((1 + rows.length) / (1 + many)) + 1;
    return rarity * (1 + TELLING * telling(letters, perTopic));
  });
}
