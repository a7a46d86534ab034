import {
  absolute,
  ceiling,
  compare,
  divide,
  fraction,
  max,
  min,
  minus,
  plus,
  times,
  zero,
  type Fraction,
} from '#lib/fraction.ts';
import type { Checklist, PerCase, Proportional, Rule, StepPenalty, SumOf } from './rule.ts';
import { stepSize } from './step-penalty.ts';
import { defaultSettings } from './settings.ts';

/** Every score between the two; a single score when they are equal. */
export interface Span {
  readonly from: Fraction;
  readonly to: Fraction;
}
/** Above so many single scores a set is described by its hull: reachability then never accuses. */
const MANY = 4000;

/** The scores a rule can give under any admissible reading. */
export function attainable(rule: Rule): readonly Span[] {
  switch (rule.kind) {
    case 'stepPenalty':
      return stepPenalty(rule);
    case 'bands':
      return points(rule.bands.map((each) => fraction(each.points)));
    case 'states':
      return points(rule.states.map((each) => fraction(each.points)));
    case 'checklist':
      return points(checklist(rule));
    case 'perCase':
      return perCase(rule);
    case 'formula':
      return proportional(rule);
    case 'oneOf':
      return rule.options.flatMap((each) => attainable(each));
    case 'sum':
      return sumOf(rule);
    case 'unless':
      return [
        ...attainable(rule.rule),
        ...points(rule.outcome === 'zero' ? [zero] : [top(attainable(rule.rule))]),
      ];
    case 'judged':
      return [{ from: fraction(rule.range[0]), to: fraction(rule.range[1]) }];
  }
}

const points = (all: readonly Fraction[]): readonly Span[] => all.map((each) => ({ from: each, to: each }));
const top = (all: readonly Span[]): Fraction => all.map((each) => each.to).reduce(max);
const bottom = (all: readonly Span[]): Fraction => all.map((each) => each.from).reduce(min);
const hull = (all: readonly Span[]): readonly Span[] => [{ from: bottom(all), to: top(all) }];

/** Whole steps only where the form says so; in proportion every score between floor and full can occur. */
function stepPenalty(rule: StepPenalty): readonly Span[] {
  const [full, floor, off] = [fraction(rule.full), fraction(rule.floor), fraction(rule.perStep)];
  const least = rule.zeroIf ? max(floor, minus(full, times(off, stepsTo(rule, rule.zeroIf.v)))) : floor;
  const nothing = rule.zeroIf ? points([zero]) : [];
  const count = ceiling(divide(minus(full, least), off));
  if (rule.partial === undefined || rule.partial === 'pro-rata' || count > BigInt(MANY))
    return [{ from: least, to: full }, ...nothing];
  const all = Array.from({ length: Number(count) + 1 }, (_, n) =>
    max(least, minus(full, times(off, fraction(n)))),
  );
  return [...points(all), ...nothing];
}

function stepsTo(rule: StepPenalty, limit: string): Fraction {
  const distance = absolute(minus(fraction(limit), fraction(rule.threshold)));
  const sizes = (['points', 'relative'] as const).map((percent) =>
    stepSize(rule, { ...defaultSettings, percent }),
  );
  return fraction(ceiling(divide(distance, sizes.reduce(min))));
}

function checklist(rule: Checklist): readonly Fraction[] {
  const full = fraction(rule.full);
  if (rule.mode === 'all') return [zero, full];
  const sums = rule.items.reduce<readonly Fraction[]>(
    (all, each) => unique([...all, ...all.map((sum) => plus(sum, fraction(each.points)))]),
    [zero],
  );
  return rule.mode === 'each'
    ? sums.map((each) => min(full, each))
    : sums.map((each) => max(zero, minus(full, each)));
}

const unique = (all: readonly Fraction[]): readonly Fraction[] => [
  ...new Map(all.map((each) => [`${each.num}/${each.den}`, each])).values(),
];

/** Full mark less every combination of cases, down to the floor, up to the cap. */
function perCase(rule: PerCase): readonly Span[] {
  const [full, floor] = [fraction(rule.full), fraction(rule.floor)];
  const cap = fraction(rule.cap ?? rule.full);
  const signed = rule.cases
    .map((each) => times(fraction(each.perUnit), fraction(each.sign)))
    .filter((each) => each.num !== 0n);
  const ups = signed.filter((each) => each.num > 0n);
  const downs = signed.filter((each) => each.num < 0n);
  if (ups.length > 0 && downs.length > 0) return [{ from: floor, to: max(cap, full) }];
  const all = combine(full, signed, { floor, cap: max(cap, full) });
  const ends = [
    ...(ups.length > 0 ? [cap] : [floor]),
    ...(rule.cases.some((each) => each.zeroFrom !== undefined) ? [max(zero, floor)] : []),
  ];
  return all.length > MANY
    ? [{ from: floor, to: max(cap, full) }]
    : points([...all, ...(signed.length > 0 ? ends : ends.slice(1))]);
}

function combine(
  start: Fraction,
  changes: readonly Fraction[],
  { floor, cap }: { floor: Fraction; cap: Fraction },
): readonly Fraction[] {
  let all: readonly Fraction[] = [start];
  for (const change of changes) {
    let next = all;
    while (next.length > 0 && all.length <= MANY) {
      const moved = next
        .map((each) => plus(each, change))
        .filter((each) => compare(each, floor) > 0 && compare(each, cap) < 0);
      const known = new Set(all.map((each) => `${each.num}/${each.den}`));
      next = unique(moved).filter((each) => !known.has(`${each.num}/${each.den}`));
      all = [...all, ...next];
    }
  }
  return all;
}

/** A floor rate cuts the low end off: below it nothing, above it at least its own share. */
function proportional(rule: Proportional): readonly Span[] {
  const [low, high] = [fraction(rule.clamp[0]), fraction(rule.clamp[1])];
  if (!rule.zeroIf || rule.invert) return [{ from: low, to: high }, ...points(rule.zeroIf ? [zero] : [])];
  const share = times(divide(fraction(rule.zeroIf.v), fraction(rule.base)), fraction(rule.weight));
  return [{ from: max(low, min(high, share)), to: high }, ...points([zero])];
}

function sumOf(rule: SumOf): readonly Span[] {
  const sets = rule.parts.map((each) => attainable(each));
  const all = sets.reduce<readonly Span[]>(
    (sums, set) => {
      if (sums.length * set.length > MANY) return add(hull(sums), hull(set));
      return add(sums, set);
    },
    points([zero]),
  );
  const held = (score: Fraction): Fraction => {
    const above = rule.floor === undefined ? score : max(fraction(rule.floor), score);
    return rule.cap === undefined ? above : min(fraction(rule.cap), above);
  };
  return all.map((each) => ({ from: held(each.from), to: held(each.to) }));
}

const add = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap((one) => b.map((other) => ({ from: plus(one.from, other.from), to: plus(one.to, other.to) })));
