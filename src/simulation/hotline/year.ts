import type { Thread } from '../run/thread.ts';
import { handled, handledElsewhere } from './after.ts';
import { answeredDirectly, merged, redirected, sentBack, transferred, voided, withdrawn } from './not-due.ts';
import type { Staff } from './people.ts';
import type { Fate, Plan } from './plan.ts';
import { registered } from './register.ts';
import { writingOf, type Writing } from './script.ts';

const course =
  (then: (writing: Writing) => void) =>
  (writing: Writing): void => {
    registered(writing);
    then(writing);
  };
const TOLD: Readonly<Record<Fate, (writing: Writing) => void>> = {
  handled: course(handled),
  carriedOut: course(handled),
  carriedIn: course(handled),
  direct: answeredDirectly,
  redirected,
  transferred,
  merged,
  withdrawn,
  void: voided,
  sentBack,
  twin: course(handledElsewhere),
  letterTwin: course(handled),
};

/** Every matter of the year by the time of its registration, each told when its turn comes. */
export function* threadsOf(plan: Plan, staff: Staff): Generator<Thread> {
  // Others refer only to the few that are repeated.
  const ids = new Map<number, string>();
  const idOf = (index: number): string => {
    const id = ids.get(index);
    if (id === undefined) throw new Error(`matter ${index} is not there yet`);
    return id;
  };
  for (const index of plan.order) {
    const { writing, steps } = writingOf(plan, staff, { index, idOf });
    TOLD[plan.fateOf(index)](writing);
    steps.sort((a, b) => a.at - b.at);
    yield plan.has(index, 'doubled') ? { steps, born: (id) => void ids.set(index, id) } : { steps };
  }
}
