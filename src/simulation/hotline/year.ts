import { merged } from '../run/merge.ts';
import type { Thread } from '../run/thread.ts';
import { handled, handledElsewhere } from './after.ts';
import { callsAlone } from './calls.ts';
import { knowledgeOf, type Entry } from './knowledge.ts';
import {
  answeredDirectly,
  merged as mergedAway,
  redirected,
  sentBack,
  transferred,
  voided,
  withdrawn,
} from './not-due.ts';
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
  merged: mergedAway,
  withdrawn,
  void: voided,
  sentBack,
  twin: course(handledElsewhere),
  letterTwin: course(handled),
};

/** Every matter of the year by the time of its registration, each told when its turn comes. */
function* matters(plan: Plan, staff: Staff, entryId: Writing['entryId']): Generator<Thread> {
  // Others refer only to the few that are repeated.
  const ids = new Map<number, string>();
  const idOf = (index: number): string => found(ids.get(index), `matter ${index}`);
  for (const index of plan.order) {
    const { writing, steps } = writingOf(plan, staff, { index, idOf, entryId });
    TOLD[plan.fateOf(index)](writing);
    steps.sort((a, b) => a.at - b.at);
    yield plan.has(index, 'doubled') ? { steps, born: (id) => void ids.set(index, id) } : { steps };
  }
}

/** All that happens in the year: what the knowledge base says, the matters, and the calls that came to nothing more. */
export function threadsOf(plan: Plan, staff: Staff): Generator<Thread> {
  const entries = new Map<Entry, string>();
  const entryId = (entry: Entry): string => found(entries.get(entry), entry.title);
  const knowledge = knowledgeOf(plan, staff, (entry, id) => void entries.set(entry, id));
  return merged(knowledge, merged(matters(plan, staff, entryId), callsAlone(plan, staff)));
}

function found(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`${what} is not there yet`);
  return id;
}
