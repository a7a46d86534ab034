import { getAction, type App } from '#lib/app.ts';
import { instantOf, millis, type Instant } from '#lib/time.ts';
import { hangingOn } from './hanging.ts';
import type { Arrival } from './run.ts';
import type { Step, Thread } from './thread.ts';

type Looking = Pick<App, 'actions' | 'query'>;

/** Matters of a year that begins. */
export async function* newborn(threads: Iterable<Thread>): AsyncGenerator<Arrival> {
  for (const thread of threads) yield { thread, next: 0, id: null };
}

/** So many matters are looked up at once. */
const AT_ONCE = 500;
/** `work-order.register@1577836800000`: no two acts of one matter have the same. */
const keyOf = (action: string, at: number): string => `${action}@${at}`;
/** As the ledger writes the moment: without parts of a millisecond. */
const keyOfStep = ({ action, at }: Step): string => keyOf(action, millis(instantOf(at)));

interface Found {
  readonly subject: string;
  readonly action: string;
  readonly at: Instant;
}
const keyOfEntry = ({ action, at }: Found): string => keyOf(action, millis(at));

/** The births among the entries of a stretch of simulated time, by what and when. */
async function bornIn(app: Looking, threads: readonly Thread[]): Promise<ReadonlyMap<string, string>> {
  const first = threads.map(({ steps }) => steps[0]!);
  const rows = (await app.query(
    `select subject, noun || '.' || action as action, at from ledger_entry
      where recorded_at between $1 and $2 and noun || '.' || action = any($3::text[])`,
    [instantOf(first[0]!.at), instantOf(first.at(-1)!.at), [...new Set(first.map(({ action }) => action))]],
  )) as readonly unknown[] as readonly Found[];
  return new Map(rows.map((row) => [keyOfEntry(row), row.subject]));
}

/** Where to find what hangs on these matters: one query for each kind of matter and table. */
function hangingOf(app: Looking, threads: readonly Thread[]): readonly string[] {
  const tableOf = ({ action }: Step): string => getAction(app, ...pairOf(action)).noun.table;
  return [
    ...new Set(
      threads.flatMap(({ steps }) => {
        const [own] = pairOf(steps[0]!.action);
        const others = steps.filter(({ action }) => pairOf(action)[0] !== own);
        return others.map((step) => hangingOn(own, tableOf(step)));
      }),
    ),
  ];
}
const pairOf = (action: string): readonly [string, string] => action.split('.') as [string, string];

/** What was done on each matter, and on what hangs on it. */
async function doneOn(
  app: Looking,
  ids: readonly string[],
  hanging: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const own = `select id, id as matter from unnest($1::uuid[]) as id`;
  const those = hanging.map((each) => `select id, matter from (${each}) h where matter = any($1::uuid[])`);
  const rows = await app.query(
    `select r.matter, e.noun || '.' || e.action as action, e.at
       from (${[own, ...those].join(' union all ')}) r join ledger_entry e on e.subject = r.id`,
    [ids],
  );
  const done = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const row of rows)
    done.get(row['matter'] as string)!.add(keyOf(row['action'] as string, millis(row['at'] as Instant)));
  return done;
}

/** How far each of these came: the first that is missing is the next; what was done beyond it, on another matter, is left out. */
async function howFar(app: Looking, threads: readonly Thread[]): Promise<readonly Arrival[]> {
  const born = await bornIn(app, threads);
  const idOf = ({ steps }: Thread): string | null => born.get(keyOfStep(steps[0]!)) ?? null;
  const known = threads.filter((thread) => idOf(thread) !== null);
  const done = await doneOn(
    app,
    known.map((thread) => idOf(thread)!),
    hangingOf(app, known),
  );
  return threads.map((thread) => {
    const id = idOf(thread);
    if (id === null) return { thread, next: 0, id };
    const isMissing = (step: Step): boolean => !done.get(id)!.has(keyOfStep(step));
    const missing = thread.steps.findIndex(isMissing);
    const next = missing === -1 ? thread.steps.length : missing;
    const steps = [...thread.steps.slice(0, next), ...thread.steps.slice(next).filter(isMissing)];
    return { thread: { ...thread, steps }, next, id };
  });
}

/**
 * Matters of a year that was interrupted, each from where it was left. The same seed tells the same matters; which of
 * their acts were done the ledger knows, and an act is written whole or not at all: none is done twice, none left out.
 */
export async function* resumed(app: Looking, threads: Iterator<Thread>): AsyncGenerator<Arrival> {
  for (;;) {
    const some: Thread[] = [];
    for (let each = threads.next(); !each.done; each = threads.next()) {
      some.push(each.value);
      if (some.length === AT_ONCE) break;
    }
    if (some.length === 0) return;
    yield* await howFar(app, some);
  }
}
