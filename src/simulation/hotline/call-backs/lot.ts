import { sampleFor } from '#hotline/index.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { dayOfNumber, dayStart, MS_PER_HOUR } from '#lib/time.ts';
import { chance } from '../../chance.ts';
import type { Asking, Input, Step, Thread } from '../../run/thread.ts';
import type { Closed } from './closed.ts';
import { calledBack, dissatisfiedAmong, type Telling } from './said.ts';
import { drawnAt, type Stretch } from './stretches.ts';

/** 回访抽样 of one stretch: from which day, under which seed, whom it takes, how many of them are dissatisfied. */
export interface Lot {
  readonly stretch: Stretch;
  readonly from: number;
  readonly seed: string;
  readonly drawn: readonly Closed[];
  readonly dissatisfied: number;
}

/** What the hotline draws when it is asked; that it is what was foretold is what the whole year rests on. */
const settled =
  ({ stretch, drawn }: Lot) =>
  async ({ app, id }: Asking): Promise<Input> => {
    const said = await sampleFor(app, id!);
    const foretold = new Set(drawn.map((each) => each.id));
    const isAsForetold =
      said.sample.size === drawn.length && said.sample.drawn.every((each) => foretold.has(each.id));
    if (!isAsForetold) throw new Error(`lot ${stretch.number} of the year is not the one that was foretold`);
    return { ...said };
  };

/** Moments of the telephone, at the office of the hotline between half past nine and half past seven, no two the same. */
function momentsOf({ plan }: Telling, { stretch, drawn }: Lot): readonly number[] {
  const by = chance(plan.seed, 'call-back-moments', plan.year, stretch.number);
  const moments = drawn.map(() =>
    Math.floor(dayStart(by.whole(stretch.to + 1, stretch.calledUntil)) + by.between(9.5, 19.5) * MS_PER_HOUR),
  );
  moments.sort((a, b) => a - b);
  let before = 0;
  return moments.map((at) => (before = Math.max(at, before + 1)));
}

/** 抽取, 抽中 and 回访: asked for by a person, drawn by the program, called one after another in the days after. */
export function lotThread(telling: Telling, lot: Lot): Thread {
  const { plan, staff } = telling;
  const { stretch, from, seed, drawn } = lot;
  const at = drawnAt(stretch);
  const by = chance(plan.seed, 'call-back-draw', plan.year, stretch.number);
  const asked = { from: dayOfNumber(from), to: dayOfNumber(stretch.to), size: drawn.length, seed };
  const steps: Step[] = [
    { at, action: 'call-back-draw.draw', by: staff.callerBack(by), input: asked },
    { at: at + 1000, action: 'call-back-draw.settle', by: SYSTEM, input: settled(lot) },
  ];
  for (const [n, { id }] of drawn.entries())
    steps.push({
      at: at + 2000 + 10 * n,
      action: 'work-order.mark-sampled',
      by: SYSTEM,
      // The draw's own id is filled in as the matter's.
      input: {},
      names: 'draw',
      on: { noun: 'work-order', id },
    });
  const moments = momentsOf(telling, lot);
  const calls = drawn.map((order, n) => ({ order, at: moments[n]! }));
  for (const each of dissatisfiedAmong(telling, calls, lot.dissatisfied))
    calledBack(telling, each, (step) => steps.push(step));
  return { steps: steps.sort((a, b) => a.at - b.at) };
}
