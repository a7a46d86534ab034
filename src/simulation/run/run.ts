import type { Action } from '#lib/action/action.ts';
import { getAction, type App } from '#lib/app.ts';
import { validated } from '#lib/http/validate.ts';
import { dayNumberAt, instantOf } from '#lib/time.ts';
import { hangingOn } from './hanging.ts';
import { heap, type Heap } from './heap.ts';
import type { Step, Thread } from './thread.ts';

/** Acts under way at once: enough for full batches of the engine, few enough that order in time is order in the ledger. */
const AT_ONCE = 192;

/** A matter as it comes: from its birth, or from where an interrupted year left it. */
export interface Arrival {
  readonly thread: Thread;
  /** The step to do next, and the row, where it is there already. */
  readonly next: number;
  readonly id: string | null;
}
interface Live {
  readonly thread: Thread;
  next: number;
  id: string | null;
  /** The last act of this matter: the next one waits for it. */
  last: Promise<void>;
  /** The last act on each other matter it touches: those of different ones do not wait for each other. */
  readonly others: Map<string, Promise<void>>;
}
/** How the run stands. */
interface Run {
  readonly app: App;
  readonly waiting: Heap<Live>;
  readonly report: (done: number) => void;
  underWay: number;
  /** Called when an act is over: somebody waits for room. */
  wake: () => void;
  done: number;
  /** Acts that an interrupted run had done before. */
  doneBefore: number;
  fault: unknown;
}

const nounOf = (step: Step): string => step.action.slice(0, step.action.indexOf('.'));

interface Sought {
  readonly action: Action;
  readonly step: Step;
}

/** On which row a step is done: the matter's own, none for a birth, else the newest that hangs on the matter. */
async function subjectOf(
  app: App,
  live: Live,
  { action: { noun, from }, step: { which, on } }: Sought,
): Promise<string | null> {
  const own = on?.noun ?? nounOf(live.thread.steps[0]!);
  const matter = on?.id ?? live.id;
  if (noun.name === own) return matter;
  if (from === null) return null;
  const [row] = await app.query(
    `select id from (${hangingOn(own, noun.table)}) h
      where matter = $1 and ($2::text is null or which = $2) order by id desc limit 1`,
    [matter, which ?? null],
  );
  if (!row) throw new Error(`no ${noun.name} hangs on ${matter}`);
  return row['id'] as string;
}

/** Does one step as the edge would: the input is checked first, what the edge would refuse is a bug of the simulation. */
async function perform(app: App, live: Live, step: Step): Promise<void> {
  const [noun = '', verb = ''] = step.action.split('.');
  const action = getAction(app, noun, verb);
  const said = typeof step.input === 'function' ? await step.input({ app, id: live.id }) : step.input;
  const { names, tied } = step;
  const input = {
    ...said,
    ...(names === undefined ? {} : { [names]: live.id }),
    ...(tied?.as === undefined ? {} : { [tied.as]: tied.to.id }),
  };
  const { row } = await app.engine.perform({
    action,
    id: await subjectOf(app, live, { action, step }),
    input: validated(action.input, input),
    by: step.by,
    now: instantOf(step.at),
    key: null,
    ifMatch: null,
    isSilent: true,
    bornAs: live.id === null ? step.bornAs : undefined,
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
  // Whatever it waits for was begun before it, so nothing waits in a circle.
  const before = step.on && live.others.get(step.on.id);
  const over = Promise.all([live.last, before, step.tied?.to.last])
    .then(() => (run.fault === null ? perform(run.app, live, step) : undefined))
    .then(
      () => run.report(++run.done + run.doneBefore),
      (thrown: unknown) => void (run.fault ??= described(thrown, step)),
    )
    .finally(() => {
      run.underWay -= 1;
      run.wake();
    });
  if (step.on) live.others.set(step.on.id, over);
  else live.last = over;
  if (step.tied) step.tied.to.last = over;
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

/** Takes one in; of one that is over nothing remains to be done but to say who it was. */
function take(run: Run, { thread, next, id }: Arrival): void {
  run.doneBefore += next;
  if (id !== null) thread.born?.(id);
  const step = thread.steps[next];
  if (step) run.waiting.add(step.at, { thread, next, id, last: Promise.resolve(), others: new Map() });
}

interface Watching {
  /** Hears how many acts are done. */
  readonly report?: (done: number) => void;
  /** What the system does by itself: before the first act of each day, when nothing is under way. */
  readonly eachDay?: (at: number) => Promise<void>;
}

/** Lets those in that are born before anything else happens; answers the first that is not. */
async function admit(
  run: Run,
  arriving: AsyncIterator<Arrival>,
  first: IteratorResult<Arrival>,
): Promise<IteratorResult<Arrival>> {
  let arrival = first;
  while (!arrival.done && arrival.value.thread.steps[0]!.at <= run.waiting.nextAt()) {
    take(run, arrival.value);
    arrival = await arriving.next();
  }
  return arrival;
}

/**
 * Lets matters happen: `arriving` gives them by the time of their birth, one by one, so that a long year needs no more
 * memory than what is open. Steps are taken in the order of time over all matters. Returns how many acts were done;
 * `report` hears of them on the way, and of those an interrupted run had done before. The first that is refused ends the year.
 */
export async function runThreads(
  app: App,
  arriving: AsyncIterator<Arrival>,
  { report = () => undefined, eachDay }: Watching = {},
): Promise<number> {
  let today: number | null = null;
  const run: Run = {
    app,
    waiting: heap(),
    report,
    underWay: 0,
    wake: () => undefined,
    done: 0,
    doneBefore: 0,
    fault: null,
  };
  let arrival = await arriving.next();
  for (;;) {
    arrival = await admit(run, arriving, arrival);
    const live = run.fault === null ? run.waiting.take() : undefined;
    if (live === undefined) break;
    const { at } = live.thread.steps[live.next]!;
    if (eachDay && dayNumberAt(at) !== today) {
      await room(run, 1);
      await eachDay(at);
      today = dayNumberAt(at);
    }
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
