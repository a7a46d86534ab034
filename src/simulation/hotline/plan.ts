import { chance } from '../chance.ts';
import { drawFlags, type Flags, type Wanted } from './flags.ts';
import { dueOf } from './targets.ts';
import { chanceFor, drawTime, spansOf, type Base } from './times.ts';
import { MS_PER_MINUTE } from '#lib/time.ts';

/** How a matter ends. `handled` is registered and due in the year, the two others that are due cross a New Year. */
const FATES = [
  'handled',
  'carriedOut',
  'carriedIn',
  'redirected',
  'transferred',
  'direct',
  'merged',
  'withdrawn',
  'void',
  'sentBack',
  'twin',
  'letterTwin',
] as const;
export type Fate = (typeof FATES)[number];

/** The whole year in outline, a few bytes a matter: a million fit in memory, their texts are made when they come up. */
export interface Plan extends Base {
  readonly count: number;
  /** Indices in the order of registration. */
  readonly order: Uint32Array;
  readonly registeredAt: Float64Array;
  readonly fateOf: (index: number) => Fate;
  readonly has: Flags['has'];
  /** The matter it repeats; itself when it repeats none. */
  readonly originalOf: (index: number) => number;
  /** The last matter registered so many milliseconds before another; itself where there is none. */
  readonly before: (index: number, earlier: number) => number;
}

const countsOf = ({ targets, planted }: Wanted): Readonly<Record<Fate, number>> => ({
  handled: dueOf(targets) - targets.carriedIn,
  carriedOut: targets.carriedOut,
  carriedIn: targets.carriedIn,
  redirected: targets.redirected,
  transferred: targets.transferred,
  direct: targets.direct,
  merged: targets.merged,
  withdrawn: targets.withdrawn,
  void: targets.void,
  sentBack: targets.sentBack,
  twin: planted.twins,
  letterTwin: planted.letterTwins,
});

/** Fates that repeat another matter, and the flag of those that are repeated. */
const REPEATS = { merged: 'doubled', twin: 'twinned', letterTwin: 'letterTwinned' } as const;
const isRepeat = (fate: Fate): fate is keyof typeof REPEATS => fate in REPEATS;

/** When each is registered, so that each falls due in the year its fate says. */
function timesOf(
  plan: Pick<Plan, 'year' | 'seed' | 'ground' | 'count' | 'fateOf' | 'originalOf'>,
  needsTime: Flags['needsTime'],
): Float64Array {
  const spans = spansOf(plan);
  const times = new Float64Array(plan.count);
  for (let index = 0; index < plan.count; index++) {
    const by = chanceFor(plan, 'time', index);
    const fate = plan.fateOf(index);
    // Originals come before those that repeat them.
    if (isRepeat(fate)) times[index] = times[plan.originalOf(index)]! + by.between(20, 240) * MS_PER_MINUTE;
    else if (fate === 'carriedOut' || fate === 'carriedIn') times[index] = drawTime(spans[fate], index, by);
    else times[index] = drawTime(fate !== 'handled' || needsTime(index) ? spans.early : spans.any, index, by);
  }
  return times;
}

/** No two in one millisecond: by its moment a matter is known again when an interrupted year goes on. */
function keepApart(registeredAt: Float64Array, order: Uint32Array): void {
  let before = -Infinity;
  for (const index of order)
    registeredAt[index] = before = Math.max(Math.floor(registeredAt[index]!), before + 1);
}

/** Finds the last one before a moment by halving. */
const lastBefore =
  (registeredAt: Float64Array, order: Uint32Array): Plan['before'] =>
  (index, earlier) => {
    const until = registeredAt[index]! - earlier;
    let [from, to] = [0, order.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (registeredAt[order[middle]!]! <= until) from = middle + 1;
      else to = middle;
    }
    return from === 0 ? index : order[from - 1]!;
  };

/** Which matter each repeats. */
function originals(fates: Uint8Array, flags: Flags): Plan['originalOf'] {
  const of = new Map<number, number>();
  for (const [fate, flag] of Object.entries(REPEATS)) {
    const first = fates.indexOf(FATES.indexOf(fate as Fate));
    for (const [n, original] of flags.indicesOf(flag).entries()) of.set(first + n, original);
  }
  return (index) => of.get(index) ?? index;
}

/** Draws the outline of the year: which matter ends how, what else happens to it, when it comes. */
export function planYear(base: Base, wanted: Wanted): Plan {
  const counts = countsOf(wanted);
  const fates = Uint8Array.from(
    FATES.flatMap((fate, number) => Array.from({ length: counts[fate] }, () => number)),
  );
  const flags = drawFlags(wanted, counts.handled, chance(base.seed, 'flags'));
  const outline = {
    ...base,
    count: fates.length,
    fateOf: (index: number): Fate => FATES[fates[index]!]!,
    has: flags.has,
    originalOf: originals(fates, flags),
  };
  const registeredAt = timesOf(outline, flags.needsTime);
  const order = Uint32Array.from(fates.keys()).sort((a, b) => registeredAt[a]! - registeredAt[b]! || a - b);
  keepApart(registeredAt, order);
  return { ...outline, order, registeredAt, before: lastBefore(registeredAt, order) };
}
