import type { FeatureWeights, GramCounts } from './features.ts';

/** A text as the model reckons with it: positions of its grams and their weights, of length one. */
export interface Vector {
  readonly at: Int32Array;
  readonly weight: Float64Array;
}

/** Counts dampened by a logarithm, times the weight of each gram, brought to length one. Grams of weight 0 are left out. */
export function vectorOf({ at, count }: GramCounts, weights: FeatureWeights): Vector {
  const kept: number[] = [];
  const weighed: number[] = [];
  let square = 0;
  for (let i = 0; i < at.length; i += 1) {
    const weight = weights[at[i]!]! * (1 + Math.log(count[i]!));
    if (weight === 0) continue;
    kept.push(at[i]!);
    weighed.push(weight);
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  return { at: Int32Array.from(kept), weight: Float64Array.from(weighed, (weight) => weight / length) };
}

/** Σ w·x, plus what stands behind the last gram: the topic's own inclination. */
export function dot(w: Float64Array | Float32Array, { at, weight }: Vector): number {
  let sum = w.at(-1)!;
  for (let i = 0; i < at.length; i += 1) sum += w[at[i]!]! * weight[i]!;
  return sum;
}
