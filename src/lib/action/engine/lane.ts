import type { Gathering } from './gather.ts';
import type { Decision } from './request.ts';

/**
 * The write lane: at most one batch in flight; whatever arrives meanwhile is the next batch. That is the group commit.
 * No timer and no second lane: both were measured and lose. Never two actions on one row, root or key in a batch:
 * `update … from` with two sources for a row takes an arbitrary one, so the second waits.
 */
export interface Job {
  readonly decision: Decision;
  /** The tables it writes. */
  readonly tables: readonly string[];
  /** `won` false: a version was stale or the key was already taken. */
  readonly settle: (won: boolean) => void;
  readonly fail: (fault: unknown) => void;
}
export type WriteBatch = (jobs: readonly Job[]) => Promise<ReadonlySet<Job>>;

const LARGEST = 256;
/**
 * A batch may write so many tables together. Each set of tables is a statement of its own, so the bound keeps their
 * number small; below it, waiting for a second batch costs more than the few empty arrays of a wider statement.
 */
const MOST_TABLES = 4;

const resources = (job: Job): readonly string[] => [
  ...job.decision.changes.map((change) => change.after.id),
  ...(job.decision.request.key ? [job.decision.request.key] : []),
];

/** Takes the oldest job and every other that touches nothing already taken, as far as tables allow; the rest keep their order. */
export function takeBatch(queue: Job[]): readonly Job[] {
  const batch: Job[] = [];
  const rest: Job[] = [];
  const taken = new Set<string>();
  let tables = new Set<string>();
  for (const job of queue) {
    const mine = resources(job);
    const union = tables.union(new Set(job.tables));
    const fits = batch.length === 0 || union.size <= MOST_TABLES;
    if (fits && batch.length < LARGEST && mine.every((each) => !taken.has(each))) {
      batch.push(job);
      tables = union;
    } else rest.push(job);
    // A job that waits also blocks its rows: a later one must not overtake it.
    for (const each of mine) taken.add(each);
  }
  queue.splice(0, queue.length, ...rest);
  return batch;
}

async function writeAlone(write: WriteBatch, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    try {
      const won = await write([job]);
      job.settle(won.has(job));
    } catch (fault) {
      job.fail(fault);
    }
  }
}

/** Any SQL error fails the whole statement: then each action runs alone, so that only the guilty one gets its refusal. */
async function writeTogether(
  write: WriteBatch,
  jobs: readonly Job[],
  isOutcomeKnown: (fault: unknown) => boolean,
): Promise<void> {
  try {
    const won = await write(jobs);
    for (const job of jobs) job.settle(won.has(job));
  } catch (fault) {
    if (jobs.length > 1 && isOutcomeKnown(fault)) return writeAlone(write, jobs);
    for (const job of jobs) job.fail(fault);
  }
}

export interface Lane {
  readonly add: (job: Job) => void;
  /** How many wait: the edge sheds load by it. */
  readonly waiting: () => number;
  /** Resolves when nothing waits and nothing is in flight. */
  readonly idle: () => Promise<void>;
}

export function lane(
  write: WriteBatch,
  isOutcomeKnown: (fault: unknown) => boolean,
  begin: Gathering['begin'] = setImmediate,
): Lane {
  const queue: Job[] = [];
  let running: Promise<void> | null = null;
  const drain = async (): Promise<void> => {
    await new Promise<void>(begin);
    while (queue.length > 0) await writeTogether(write, takeBatch(queue), isOutcomeKnown);
    running = null;
  };
  return {
    add: (job) => {
      queue.push(job);
      running ??= drain();
    },
    waiting: () => queue.length,
    idle: async () => {
      for (let current = running; current; current = running) await current;
    },
  };
}
