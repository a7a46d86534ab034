import type { TopicModel } from './model.ts';
import { pack, unpack } from './pack.ts';

const KIND = 'yichuang-topics-1';

interface Head {
  readonly labels: readonly string[];
  readonly grams: string;
  readonly steepness: number;
}

/** Grams and numbers; no letter is inside. */
export const encodeModel = ({ labels, vocabulary, steepness, weights, planes }: TopicModel): Uint8Array =>
  pack<Head>(KIND, {
    head: { labels, grams: [...vocabulary.keys()].join(' '), steepness },
    arrays: [weights, ...planes],
  });

/** The model of a file that `encodeModel` wrote. Refuses `hotline.unreadable-model`. */
export function decodeModel(file: Uint8Array): TopicModel {
  const { head, arrays } = unpack<Head>(KIND, file);
  const [weights, ...planes] = arrays;
  return {
    labels: head.labels,
    vocabulary: new Map(head.grams.split(' ').map((gram, position) => [gram, position])),
    weights: weights!,
    planes,
    steepness: head.steepness,
  };
}
