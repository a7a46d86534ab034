import { merged } from '../run/merge.ts';
import type { Thread } from '../run/thread.ts';
import { handled, handledElsewhere } from './after.ts';
import type { Telling } from './call-backs/said.ts';
import { withCallBacks, type Told } from './call-backs/year-lots.ts';
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
import { orderId } from './order-id.ts';
import type { Staff } from './people.ts';
import type { Fate, Plan } from './plan.ts';
import { registered } from './register.ts';
import { writingOf, type Writing } from './script.ts';
import type { Targets } from './targets.ts';

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

/** A matter of the year, born with an id that is known beforehand. */
function told(telling: Telling, index: number): Told {
  const { plan, staff } = telling;
  const { writing, steps } = writingOf(plan, staff, { index, ...telling });
  TOLD[plan.fateOf(index)](writing);
  const [birth, ...course] = steps.sort((a, b) => a.at - b.at);
  return { writing, thread: { steps: [{ ...birth!, bornAs: orderId(plan, index) }, ...course] } };
}

/** Every matter of the year by the time of its registration, each told when its turn comes, and the lots of call-backs. */
function matters(plan: Plan, staff: Staff, { entryId, targets }: Asked): Generator<Thread> {
  const telling = { plan, staff, entryId, idOf: (index: number) => orderId(plan, index) };
  const again = (index: number): Told => told(telling, index);
  const all = function* (): Generator<Told> {
    for (const index of plan.order) yield again(index);
  };
  return withCallBacks(telling, { targets, again }, all());
}
interface Asked {
  readonly entryId: Writing['entryId'];
  readonly targets: Pick<Targets, 'calledBack' | 'dissatisfied'>;
}

/** All that happens in the year: what the knowledge base says, the matters, and the calls that came to nothing more. */
export function threadsOf(plan: Plan, staff: Staff, targets: Asked['targets']): Generator<Thread> {
  const entries = new Map<Entry, string>();
  const entryId = (entry: Entry): string => found(entries.get(entry), entry.title);
  const knowledge = knowledgeOf(plan, staff, (entry, id) => void entries.set(entry, id));
  return merged(knowledge, merged(matters(plan, staff, { entryId, targets }), callsAlone(plan, staff)));
}

function found(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`${what} is not there yet`);
  return id;
}
