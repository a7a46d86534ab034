/** Two-sided standard normal quantiles. */
const Z = { '90': 1.6448536269514722, '95': 1.959963984540054, '99': 2.5758293035489004 } as const;
export type Confidence = keyof typeof Z;

export interface Interval {
  /** Shares between 0 and 1. */
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for `hits` of `n`, drawn without putting back from `population` (Wilson 1927; the sample counts
 * as n·(N−1)/(N−n)). 5 of 50 from a very large population at 95 %: 4.35 % … 21.36 %. All of a population asked: a point.
 * Nothing asked: 0 … 1.
 */
export function wilson(
  { hits, n, population }: { readonly hits: number; readonly n: number; readonly population: number },
  confidence: Confidence,
): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const share = hits / n;
  if (n >= population) return { low: share, high: share };
  const counted = (n * (population - 1)) / (population - n);
  const z2 = Z[confidence] ** 2;
  const middle = share + z2 / (2 * counted);
  const half = Z[confidence] * Math.sqrt((share * (1 - share)) / counted + z2 / (4 * counted ** 2));
  const scale = 1 + z2 / counted;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

/**
 * How many to ask so that a share is known to ± `margin` per cent, at the worst share of one half (Cochran, with the
 * correction for a finite population). 11,303 orders, 95 %, ± 2 %: 2,401 / (1 + 2,400 / 11,303) → 1,981.
 */
export function sampleSize(population: number, confidence: Confidence, margin: number): number {
  if (population === 0) return 0;
  const endless = (Z[confidence] ** 2 * 0.25) / (margin / 100) ** 2;
  return Math.min(population, Math.ceil(endless / (1 + (endless - 1) / population)));
}
