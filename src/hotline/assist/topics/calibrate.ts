import { probabilities } from './model.ts';

const LEAST = 0.1;
const MOST = 50;
const ROUNDS = 60;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Mean surprise (negative log-likelihood) at the true topics. */
function surprise(
  margins: readonly (readonly number[])[],
  topics: readonly number[],
  steepness: number,
): number {
  const total = margins.reduce(
    (sum, row, i) => sum - Math.log(Math.max(1e-12, probabilities(row, steepness)[topics[i]!]!)),
    0,
  );
  return total / margins.length;
}

/**
 * How steeply distance becomes probability, so that of all letters told "80 %" about 80 in 100 are right: the value that
 * is least surprised by the true topics (temperature scaling, Guo et al. 2017), found by golden section.
 */
export function steepnessOf(margins: readonly (readonly number[])[], topics: readonly number[]): number {
  let [low, high] = [LEAST, MOST];
  for (let round = 0; round < ROUNDS; round += 1) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (surprise(margins, topics, left) < surprise(margins, topics, right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}
