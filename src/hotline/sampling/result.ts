import { compare, percent, plus, ratio, sum, times, zero, type Fraction } from '#lib/fraction.ts';
import type { CallBackResult } from '../order/words.ts';
import type { CallBackDraw } from './call-back-draw.ts';
import { wilson } from './interval.ts';

/** What a drawn order's caller said since; null while nobody has called. */
export interface Heard {
  readonly unit: string;
  readonly result: CallBackResult | null;
}
interface Counts {
  readonly population: number;
  readonly drawn: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  readonly noView: number;
  readonly notReached: number;
  readonly waiting: number;
}
export interface Line extends Counts {
  /** 不满意 ÷ 接通 (满意、不满意、未评价), as `3 / 40`; null when nobody was reached. */
  readonly rate: string | null;
  readonly percent: string | null;
  /** Of that share, at the confidence of the draw's rules. */
  readonly interval: { readonly low: string; readonly high: string } | null;
}
export interface UnitLine extends Line {
  readonly unit: string;
  /** 1 is the least dissatisfied; null where too few were reached. */
  readonly rank: number | null;
}

const printed = (share: number): string => `${(share * 100).toFixed(2)}%`;
const reachedOf = ({ satisfied, dissatisfied, noView }: Counts): number => satisfied + dissatisfied + noView;

function countsOf(heard: readonly Heard[], population: number): Counts {
  const count = (result: CallBackResult | null): number =>
    heard.filter((each) => each.result === result).length;
  return {
    population,
    drawn: heard.length,
    satisfied: count('satisfied'),
    dissatisfied: count('dissatisfied'),
    noView: count('no-view'),
    notReached: count('not-reached'),
    waiting: count(null),
  };
}
const shareOf = (counts: Counts): Fraction | null => {
  const reached = reachedOf(counts);
  return reached === 0 ? null : ratio(BigInt(counts.dissatisfied), BigInt(reached));
};
function lineOf(counts: Counts, { confidence }: CallBackDraw['rules']): Line {
  const share = shareOf(counts);
  if (share === null) return { ...counts, rate: null, percent: null, interval: null };
  const n = reachedOf(counts);
  const { low, high } = wilson({ hits: counts.dissatisfied, n, population: counts.population }, confidence);
  return {
    ...counts,
    rate: `${counts.dissatisfied} / ${n}`,
    percent: percent(share),
    interval: { low: printed(low), high: printed(high) },
  };
}

/** Ranks by exact shares; equals share a rank, and the next one counts them (1, 2, 2, 4). */
function ranksOf(shares: ReadonlyMap<string, Fraction>): ReadonlyMap<string, number> {
  const better = (mine: Fraction): number =>
    [...shares.values()].filter((each) => compare(each, mine) < 0).length;
  return new Map([...shares].map(([unit, share]) => [unit, better(share) + 1]));
}

/** The whole by its units, each weighing what was closed there: the minimum per stratum over-asks the small ones. */
function weightedShare(units: readonly Counts[]): string | null {
  const heard = units.flatMap((counts) => {
    const share = shareOf(counts);
    return share === null ? [] : [{ share, weight: ratio(BigInt(counts.population), 1n) }];
  });
  const weight = heard.reduce((total, each) => plus(total, each.weight), zero);
  if (weight.num === 0n) return null;
  const total = sum(heard.map((each) => times(each.share, each.weight)));
  return percent(ratio(total.num * weight.den, total.den * weight.num));
}

/** What a draw has shown so far, by unit and in all. Pure. */
export function resultOf(draw: CallBackDraw, heard: readonly Heard[]) {
  const populations = Map.groupBy(draw.strata ?? [], ({ unit }) => unit);
  const said = Map.groupBy(heard, ({ unit }) => unit);
  const units = [...populations].map(([unit, strata]) => ({
    unit,
    counts: countsOf(
      said.get(unit) ?? [],
      strata.reduce((total, each) => total + each.population, 0),
    ),
  }));
  const enough = units.filter(({ counts }) => reachedOf(counts) >= draw.rules.minimumToRank);
  const ranks = ranksOf(new Map(enough.map(({ unit, counts }) => [unit, shareOf(counts)!])));
  const lines = units
    .map(({ unit, counts }): UnitLine => ({
      unit,
      ...lineOf(counts, draw.rules),
      rank: ranks.get(unit) ?? null,
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.population - a.population);
  return {
    units: lines,
    total: lineOf(countsOf(heard, draw.population ?? 0), draw.rules),
    weighted: weightedShare(units.map(({ counts }) => counts)),
  };
}
