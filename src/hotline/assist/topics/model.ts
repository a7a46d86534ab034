import { countText, type FeatureWeights, type Vocabulary } from './features.ts';
import { dot, vectorOf, type Vector } from './vector.ts';

/** One plane a topic over weighed grams. */
export interface TopicModel {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: FeatureWeights;
  /** A weight a gram and, last, the constant; in the order of `labels`. */
  readonly planes: readonly Float32Array[];
  /** Turns distances into probabilities; fitted on letters the planes had not seen. */
  readonly steepness: number;
}
export interface Candidate {
  readonly label: string;
  /** Probability between 0 and 1, calibrated. */
  readonly p: number;
}

/** Distances from each plane, in the order of the labels. */
export const distances = (model: Pick<TopicModel, 'planes'>, vector: Vector): readonly number[] =>
  model.planes.map((plane) => dot(plane, vector));

/** Probabilities that sum to one. */
export function probabilities(margins: readonly number[], steepness: number): readonly number[] {
  const most = Math.max(...margins);
  const raised = margins.map((margin) => Math.exp(steepness * (margin - most)));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}

export const vectorFor = (model: TopicModel, text: string): Vector =>
  vectorOf(countText(text, model.vocabulary), model.weights);

/** All topics of the model, the likeliest first. A title, where there is one, is the first line of the text. */
export function rankTopics(model: TopicModel, text: string): readonly Candidate[] {
  const chances = probabilities(distances(model, vectorFor(model, text)), model.steepness);
  return model.labels
    .map((label, i) => ({ label, p: chances[i]! }))
    .sort((a, b) => b.p - a.p || (a.label < b.label ? -1 : 1));
}
