import { steepnessOf } from './calibrate.ts';
import { countKnown, vocabularyOf, weigh, type GramCounts, type Vocabulary } from './features.ts';
import { foldsOf } from './folds.ts';
import { gramsOf } from './grams.ts';
import type { Letter } from './letters.ts';
import { distances, type TopicModel } from './model.ts';
import { separate } from './separate.ts';
import { vectorOf } from './vector.ts';

/** Letters counted once, for learning from several parts of them. */
export interface Counted {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly rows: readonly GramCounts[];
  /** Position of each row's label. */
  readonly topics: readonly number[];
}
type Planes = Pick<TopicModel, 'weights' | 'planes'>;
export type Told = (done: number, total: number) => void;

export function countLetters(letters: readonly Letter[]): Counted {
  const texts = letters.map(({ text }) => gramsOf(text));
  const vocabulary = vocabularyOf(texts);
  const labels = [...new Set(letters.map(({ label }) => label))].sort();
  return {
    labels,
    vocabulary,
    rows: texts.map((grams) => countKnown(grams, vocabulary)),
    topics: letters.map(({ label }) => labels.indexOf(label)),
  };
}

/** Weights and planes learned from the rows at these positions alone; a gram the others brought weighs nothing. */
function learnPlanes({ labels, vocabulary, rows, topics }: Counted, from: readonly number[]): Planes {
  const own = from.map((i) => rows[i]!);
  const ownTopics = from.map((i) => topics[i]!);
  const weights = weigh(own, ownTopics, [vocabulary.size, labels.length]);
  const vectors = own.map((row) => vectorOf(row, weights));
  const planeOf = (_: string, topic: number): Float32Array =>
    Float32Array.from(
      separate(
        vectors,
        ownTopics.map((each) => each === topic),
        vocabulary.size,
      ),
    );
  return { weights, planes: labels.map(planeOf) };
}

/** What a model of the other folds says of each row: its distances from the planes. */
export interface HeldOut {
  readonly fold: readonly number[];
  readonly models: readonly Planes[];
  readonly margins: readonly (readonly number[])[];
}

export function holdOut(counted: Counted, letters: readonly Letter[], folds: number, told: Told): HeldOut {
  const fold = foldsOf(letters, folds);
  const all = [...fold.keys()];
  const models = Array.from({ length: folds }, (_, each) => {
    const learned = learnPlanes(
      counted,
      all.filter((i) => fold[i] !== each),
    );
    told(each + 1, folds);
    return learned;
  });
  const margins = counted.rows.map((row, i) => {
    const model = models[fold[i]!]!;
    return distances(model, vectorOf(row, model.weights));
  });
  return { fold, models, margins };
}

/** Enough for a fair choice of one number. */
const FOLDS = 5;

/** The model of all letters; its probabilities are fitted on what models of four fifths said of the last fifth. */
export function learnTopics(
  letters: readonly Letter[],
  told: Told,
): { readonly model: TopicModel; readonly heldOut: HeldOut } {
  const counted = countLetters(letters);
  const heldOut = holdOut(counted, letters, FOLDS, (done) => told(done, FOLDS + 1));
  const { weights, planes } = learnPlanes(counted, [...letters.keys()]);
  told(FOLDS + 1, FOLDS + 1);
  const { labels, vocabulary, topics } = counted;
  return {
    model: { labels, vocabulary, weights, planes, steepness: steepnessOf(heldOut.margins, topics) },
    heldOut,
  };
}
