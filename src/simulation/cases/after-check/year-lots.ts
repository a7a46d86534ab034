import type { Step, Thread } from '../../run/thread.ts';
import type { Matter, Plan } from '../plan.ts';
import type { Staff } from '../staff.ts';
import { populationOfBundles } from './of-bundles.ts';
import { lotMonthOf, lotsOf, lotThread, sizeOf } from './lot.ts';

interface Told {
  readonly matter: Matter;
  readonly steps: readonly Step[];
}

/**
 * Cases by the time of their birth, and between them the lots: when one is drawn, every case that it can take was told, so
 * that it is known how many there are.
 */
export function* withLots(plan: Plan, staff: Staff, cases: Iterable<Told>): Generator<Thread> {
  const population = populationOfBundles(plan, staff);
  const lots = [...lotsOf(plan)];
  const drawn = function* (before: number): Generator<Thread> {
    while (lots.length > 0 && lots[0]!.at < before) {
      const lot = lots.shift()!;
      const size = sizeOf(population.get(lot.month) ?? 0);
      if (size > 0) yield lotThread(plan, staff, { lot, size });
    }
  };
  for (const { matter, steps } of cases) {
    yield* drawn(steps[0]!.at);
    const month = lotMonthOf(plan, matter, () => steps);
    if (month !== null) population.set(month, (population.get(month) ?? 0) + 1);
    yield { steps };
  }
  yield* drawn(Infinity);
}
