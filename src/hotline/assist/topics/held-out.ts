import type { HeldOut } from './learn.ts';
import { fingerprint, type Letter } from './letters.ts';
import type { TopicModel } from './model.ts';
import { pack, unpack } from './pack.ts';

const KIND = 'yichuang-topics-held-out-1';

/**
 * The models of four fifths each, and which of them has not seen a letter: a file of letters the shipped model was trained
 * on, or a part of it, is judged by these and not by what it remembers.
 */
export interface Unseen {
  /** How many letters the shipped model was trained on. */
  readonly letters: number;
  readonly models: readonly TopicModel[];
  /** Fingerprint of a letter (as words or as written) → position of the model that has not seen it. */
  readonly foldOf: ReadonlyMap<number, number>;
}
interface Head {
  readonly letters: number;
  readonly folds: number;
  readonly grams: number;
  /** Fingerprints by fold. */
  readonly seen: readonly (readonly number[])[];
}

/** Written beside the model it belongs to, whose vocabulary and labels it shares. */
export function encodeHeldOut({ fold, models }: HeldOut, letters: readonly Letter[]): Uint8Array {
  const prints = (each: number): readonly number[] =>
    letters.flatMap(({ text, written }, i) =>
      fold[i] === each ? [text, ...(written === undefined ? [] : [written])].map(fingerprint) : [],
    );
  return pack<Head>(KIND, {
    head: {
      letters: letters.length,
      folds: models.length,
      grams: models[0]!.weights.length,
      seen: models.map((_, each) => prints(each)),
    },
    arrays: models.flatMap(({ weights, planes }) => [weights, ...planes]),
  });
}

/** What `encodeHeldOut` wrote; null when it belongs to another model. */
export function decodeHeldOut(file: Uint8Array, model: TopicModel): Unseen | null {
  const { head, arrays } = unpack<Head>(KIND, file);
  const each = 1 + model.labels.length;
  if (head.grams !== model.vocabulary.size || arrays.length !== each * head.folds) return null;
  return {
    letters: head.letters,
    models: head.seen.map((_, fold) => ({
      ...model,
      weights: arrays[fold * each]!,
      planes: arrays.slice(fold * each + 1, (fold + 1) * each),
    })),
    foldOf: new Map(head.seen.flatMap((prints, fold) => prints.map((print) => [print, fold] as const))),
  };
}
