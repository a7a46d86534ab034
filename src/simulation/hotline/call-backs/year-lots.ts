import { drawOrders } from '#hotline/index.ts';
import { dayStart } from '#lib/time.ts';
import { chance, shuffled } from '../../chance.ts';
import type { Thread } from '../../run/thread.ts';
import type { Writing } from '../script.ts';
import type { Targets } from '../targets.ts';
import { closedBy, type Closed } from './closed.ts';
import { lotThread, type Lot } from './lot.ts';
import type { Telling } from './said.ts';
import { drawnAt, sizesOf, stretchesOf, type Stretch } from './stretches.ts';

/** A matter with its course. */
export interface Told {
  readonly writing: Writing;
  readonly thread: Thread;
}
interface Wish {
  readonly targets: Pick<Targets, 'calledBack' | 'dissatisfied'>;
  /** Tells a matter once more. */
  readonly again: (index: number) => Told;
}
/** How the lots of the year stand. */
interface Standing extends Wish {
  readonly telling: Telling;
  readonly stretches: readonly Stretch[];
  /** Closed, their stretch not yet over; and those that no lot took. */
  waiting: Closed[];
  readonly left: number[];
  /** How many have been drawn, and how many should have been. */
  taken: number;
  wanted: number;
}

/** What may be drawn: that of the stretch; for the last, where that is too little, what the earlier ones left as well. */
function populationOf(standing: Standing, stretch: Stretch) {
  const { stretches, waiting, left, again } = standing;
  const isOver = ({ closedAt }: Closed): boolean => closedAt < dayStart(stretch.to + 1);
  standing.waiting = waiting.filter((each) => !isOver(each));
  const own = waiting.filter((each) => isOver(each) && each.closedAt >= dayStart(stretch.from));
  if (stretch !== stretches.at(-1) || own.length >= standing.wanted - standing.taken)
    return { from: stretch.from, closed: own };
  const others = left.map(again).map(({ writing, thread }) => closedBy(writing, thread.steps)!);
  return { from: stretches[0]!.from, closed: [...others, ...own] };
}

/** The lot of a stretch as the hotline will draw it: by the same seed, out of the same orders. */
function foretold(standing: Standing, stretch: Stretch): Omit<Lot, 'dissatisfied'> {
  const { plan } = standing.telling;
  const { from, closed } = populationOf(standing, stretch);
  const wantedSize = Math.min(closed.length, standing.wanted - standing.taken);
  const seed = `${plan.year}年第${stretch.number}次回访抽样，${plan.seed}`;
  const callable = closed.map(({ id, unit, type }) => ({ id, number: '', unit, type }));
  const { drawn } = drawOrders(callable, { seed, wantedSize, rules: plan.ground.sampling });
  const isDrawn = new Set(drawn.map(({ id }) => id));
  for (const { id, index } of closed) if (!isDrawn.has(id)) standing.left.push(index);
  const byId = new Map(closed.map((each) => [each.id, each]));
  return { stretch, from, seed, drawn: drawn.map(({ id }) => byId.get(id)!) };
}

/** Which of all that are called back are dissatisfied, by their place in the sequence of lots. */
const dissatisfiedPlaces = ({ plan }: Telling, { calledBack, dissatisfied }: Wish['targets']) =>
  shuffled(calledBack, chance(plan.seed, 'dissatisfied', plan.year)).subarray(0, dissatisfied);

/**
 * Matters by the time of their birth, and between them the lots of call-backs: when one is drawn, every order that it can
 * take was told, so that it is known whom it takes. Together they take exactly as many as the year is to call back.
 */
export function* withCallBacks(telling: Telling, wish: Wish, matters: Iterable<Told>): Generator<Thread> {
  const { plan } = telling;
  const stretches = stretchesOf(plan.year);
  const sizes = sizesOf(plan, stretches, wish.targets.calledBack);
  const places = dissatisfiedPlaces(telling, wish.targets);
  const standing: Standing = { ...wish, telling, stretches, waiting: [], left: [], taken: 0, wanted: 0 };
  const coming = [...stretches];
  const lots = function* (before: number): Generator<Thread> {
    while (coming.length > 0 && drawnAt(coming[0]!) < before) {
      const stretch = coming.shift()!;
      standing.wanted += sizes[stretch.number - 1]!;
      const lot = foretold(standing, stretch);
      const [first, next] = [standing.taken, standing.taken + lot.drawn.length];
      standing.taken = next;
      const dissatisfied = places.filter((place) => place >= first && place < next).length;
      if (next > first) yield lotThread(telling, { ...lot, dissatisfied });
    }
  };
  for (const told of matters) {
    yield* lots(told.thread.steps[0]!.at);
    const closed = closedBy(told.writing, told.thread.steps);
    if (closed) standing.waiting.push(closed);
    yield told.thread;
  }
  yield* lots(Infinity);
}
