import { countLetters, holdOut, type Told } from './learn.ts';
import { fingerprint, type Letter } from './letters.ts';
import { mark, type Judged, type Marks } from './marks.ts';
import { rankTopics, type TopicModel } from './model.ts';
import { shippedModel, shippedUnseen } from './shipped.ts';
import type { Unseen } from './held-out.ts';

/**
 * `shipped`: by a model that has not seen these letters. `held-out`: letters the shipped model was trained on, each by the
 * model of the four fifths without it. `cross-validation`: by models trained on the other letters of the file. `given`: by the
 * model asked for, whatever it has seen.
 */
export type Method = 'shipped' | 'held-out' | 'cross-validation' | 'given';

export interface Evaluation extends Marks {
  readonly method: Method;
  readonly folds: number | null;
  /** Median time to read and rank one message, in milliseconds. */
  readonly msPerMessage: number;
  /** Rows that have words and the text as written: the same models reading each. */
  readonly asWritten: { readonly rows: number; readonly macroF1: number; readonly ofWords: number } | null;
}
export interface HowToEvaluate {
  /** Cross-validation by so many folds, whatever the file. */
  readonly folds?: number;
  /** This model, whatever the file. */
  readonly model?: TopicModel;
}
/** Which model judges a letter. */
type JudgeOf = (letter: Letter, row: number) => TopicModel;

const FOLDS = 5;
/** From this share of the training letters on, a file can train models of its own. */
const ENOUGH_TO_TRAIN = 0.5;
const MOSTLY = 0.5;
const LEAST_ROWS = 200;
/** The first calls are slow because the program is still being compiled: a small file would measure only that. */
const WARM_UP = 300;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;

function judged(label: string, model: TopicModel, text: string): Judged {
  return { label, ranked: rankTopics(model, text).map((each) => each.label) };
}

function evaluateBy(letters: readonly Letter[], judgeOf: JudgeOf): Omit<Evaluation, 'method' | 'folds'> {
  const times: number[] = [];
  for (let i = 0; i < WARM_UP; i += 1) {
    const row = i % letters.length;
    rankTopics(judgeOf(letters[row]!, row), letters[row]!.text);
  }
  const words = letters.map((letter, row) => {
    const model = judgeOf(letter, row);
    const began = performance.now();
    const found = judged(letter.label, model, letter.text);
    times.push(performance.now() - began);
    return found;
  });
  const both = letters.flatMap(({ label, written }, row) =>
    written === undefined
      ? []
      : [{ words: words[row]!, written: judged(label, judgeOf(letters[row]!, row), written) }],
  );
  const asWritten = {
    rows: both.length,
    macroF1: mark(both.map((each) => each.written)).macroF1,
    ofWords: mark(both.map((each) => each.words)).macroF1,
  };
  return { ...mark(words), msPerMessage: median(times), asWritten: both.length > 0 ? asWritten : null };
}

function crossValidate(letters: readonly Letter[], folds: number, told: Told): Evaluation {
  const counted = countLetters(letters);
  const { fold, models } = holdOut(counted, letters, folds, told);
  const { labels, vocabulary } = counted;
  const judges = models.map((planes): TopicModel => ({ labels, vocabulary, steepness: 1, ...planes }));
  const found = evaluateBy(letters, (_, row) => judges[fold[row]!]!);
  return { method: 'cross-validation', folds, ...found };
}

const hasSeen =
  (unseen: Unseen | null) =>
  ({ text }: Letter): boolean =>
    unseen?.foldOf.has(fingerprint(text)) ?? false;

/** Each letter by the shipped model, or where that has seen it, by the one that has not. */
function byShipped(letters: readonly Letter[], unseen: Unseen | null): Omit<Evaluation, 'method' | 'folds'> {
  return evaluateBy(letters, ({ text }) => {
    const fold = unseen?.foldOf.get(fingerprint(text));
    return fold === undefined ? shippedModel() : unseen!.models[fold]!;
  });
}

function methodFor(letters: readonly Letter[], unseen: Unseen | null): Method {
  const known = new Set(shippedModel().labels);
  const labels = new Set(letters.map(({ label }) => label));
  const canTrain = labels.size > 1 && letters.length >= LEAST_ROWS;
  if (canTrain && [...labels].some((label) => !known.has(label))) return 'cross-validation';
  const seen = letters.filter(hasSeen(unseen)).length;
  if (unseen === null || seen < letters.length * MOSTLY) return 'shipped';
  return letters.length >= unseen.letters * ENOUGH_TO_TRAIN ? 'cross-validation' : 'held-out';
}

/** Marks of the topic suggestion on letters whose topics are known. No letter is judged by a model that has seen it, but by one that was asked for. */
export function evaluateTopics(letters: readonly Letter[], how: HowToEvaluate, told: Told): Evaluation {
  const { folds, model } = how;
  if (folds !== undefined) return crossValidate(letters, folds, told);
  if (model !== undefined) return { method: 'given', folds: null, ...evaluateBy(letters, () => model) };
  const unseen = shippedUnseen();
  const method = methodFor(letters, unseen);
  if (method === 'cross-validation') return crossValidate(letters, FOLDS, told);
  return { method, folds: null, ...byShipped(letters, unseen) };
}
