import { getAction, type App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { instantOf } from '#lib/time.ts';
import { heap, type Heap } from './heap.ts';
import type { Step, Thread } from './thread.ts';

type Performing = Pick<App, 'actions' | 'engine'>;

/** Acts under way at once: enough for full batches of the engine, few enough that order in time is order in the ledger. */
const AT_ONCE = 192;

interface Live {
  readonly thread: Thread;
  next: number;
  id: string | null;
  /** The last act of this matter: the next one waits for it. */
  last: Promise<void>;
}
/** How the run stands. */
interface Run {
  readonly app: Performing;
  readonly waiting: Heap<Live>;
  readonly report: (done: number) => void;
  underWay: number;
  /** Called when an act is over: somebody waits for room. */
  wake: () => void;
  done: number;
  fault: unknown;
}

/** Does one step as the edge would: the input is checked first, what the edge would refuse is a bug of the simulation. */
async function perform(app: Performing, live: Live, step: Step): Promise<void> {
  const [noun = '', verb = ''] = step.action.split('.');
  const action = getAction(app, noun, verb);
  const input = typeof step.input === 'function' ? step.input() : step.input;
  const { row } = await app.engine.perform({
    action,
    id: live.id,
    input: validated(action.input, input),
    by: step.by,
    now: instantOf(step.at),
    key: null,
    ifMatch: null,
    isSilent: true,
  });
  if (live.id !== null) return;
  live.id = row.id;
  live.thread.born?.(row.id);
}

/** Which act it was that could not be done: a year has sixty thousand. */
function described(thrown: unknown, step: Step): unknown {
  if (thrown instanceof Error)
    thrown.message = `${thrown.message} (${step.action} at ${instantOf(step.at)} by ${step.by.name})`;
  return thrown;
}

function start(run: Run, live: Live): void {
  const step = live.thread.steps[live.next++]!;
  run.underWay += 1;
  live.last = live.last
    .then(() => (run.fault === null ? perform(run.app, live, step) : undefined))
    .then(
      () => run.report(++run.done),
      (thrown: unknown) => void (run.fault ??= described(thrown, step)),
    )
    .finally(() => {
      run.underWay -= 1;
      run.wake();
    });
  const following = live.thread.steps[live.next];
  if (following) run.waiting.add(following.at, live);
}

/** Waits until fewer than so many acts are under way. */
async function room(run: Run, fewerThan: number): Promise<void> {
  while (run.underWay >= fewerThan) {
    const over = Promise.withResolvers<void>();
    run.wake = over.resolve;
    await over.promise;
  }
}

/** Lets those in that are born before anything else happens; answers the first that is not. */
function admit(run: Run, arriving: Iterator<Thread>, first: IteratorResult<Thread>): IteratorResult<Thread> {
  let arrival = first;
  while (!arrival.done && arrival.value.steps[0]!.at <= run.waiting.nextAt()) {
    const thread = arrival.value;
    run.waiting.add(thread.steps[0]!.at, { thread, next: 0, id: null, last: Promise.resolve() });
    arrival = arriving.next();
  }
  return arrival;
}

/**
 * Lets matters happen: `arriving` gives them by the time of their birth, one by one, so that a long year needs no more
 * memory than what is open. Steps are taken in the order of time over all matters. Returns how many acts were done;
 * `report` hears of them on the way. The first that is refused ends the year.
 */
export async function runThreads(
  app: Performing,
  arriving: Iterator<Thread>,
  report: (done: number) => void,
): Promise<number> {
  const run: Run = {
    app,
    waiting: heap(),
    report,
    underWay: 0,
    wake: () => undefined,
    done: 0,
    fault: null,
  };
  let arrival = arriving.next();
  for (;;) {
    arrival = admit(run, arriving, arrival);
    const live = run.fault === null ? run.waiting.take() : undefined;
    if (live === undefined) break;
    // Who looks at another matter must find it as it is at that moment, neither earlier nor later.
    const looksAround = typeof live.thread.steps[live.next]!.input === 'function';
    await room(run, looksAround ? 1 : AT_ONCE);
    start(run, live);
    if (looksAround) await room(run, 1);
  }
  await room(run, 1);
  if (run.fault !== null) throw run.fault;
  return run.done;
}
