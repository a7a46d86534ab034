import { seededRandom } from './seeded.ts';
import type { Vector } from './vector.ts';

/** How dear a letter on the wrong side is against a simple model. Chosen by cross-validation among 0.3, 0.5, 1, 2. */
const COST = 2;
const MOST_ROUNDS = 30;
const PRECISE_ENOUGH = 0.05;

const shuffle = (order: Int32Array, random: () => number): void => {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
};

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al., ICML 2008, as in
 * liblinear): the weights of a plane that has the rows marked `true` above it. The last weight is the constant.
 * The same rows give the same weights.
 */
export function separate(
  rows: readonly Vector[],
  isAbove: readonly boolean[],
  features: number,
): Float64Array {
  const w = new Float64Array(features + 1);
  const alpha = new Float64Array(rows.length);
  const slack = 0.5 / COST;
  const curvature = rows.map(({ weight }) => weight.reduce((sum, each) => sum + each * each, 1 + slack));
  const order = Int32Array.from(rows.keys());
  const random = seededRandom(1);

  const step = (i: number): number => {
    const { at, weight } = rows[i]!;
    const side = isAbove[i] ? 1 : -1;
    let margin = w[features]!;
    for (let k = 0; k < at.length; k += 1) margin += w[at[k]!]! * weight[k]!;
    const slope = side * margin - 1 + slack * alpha[i]!;
    if (alpha[i] === 0 && slope > 0) return 0;
    const moved = Math.max(0, alpha[i]! - slope / curvature[i]!);
    const change = side * (moved - alpha[i]!);
    alpha[i] = moved;
    for (let k = 0; k < at.length; k += 1) w[at[k]!]! += change * weight[k]!;
    w[features]! += change;
    return Math.abs(slope);
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    shuffle(order, random);
    let steepest = 0;
    for (const i of order) steepest = Math.max(steepest, step(i));
    if (steepest < PRECISE_ENOUGH) break;
  }
  return w;
}
