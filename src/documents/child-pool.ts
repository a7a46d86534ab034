import type { ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { residentMegabytes, rest, startChild, wake, type ChildLimits } from './child-process.ts';

/** More children than processors only make each other slow. */
const MOST = Math.min(4, Math.max(1, availableParallelism()));
/** A child that grew keeps its memory; a new one starts in a tenth of a second. */
const WORN_MEGABYTES = 250;
const IDLE_MILLISECONDS = 60_000;

interface Idle {
  readonly child: ChildProcess;
  readonly megabytes: number;
  readonly timer: NodeJS.Timeout;
}

const idle: Idle[] = [];
const waiting: (() => void)[] = [];
let busy = 0;

/** Gives `work` a child of its own, a warm one if there is one; waits when all are busy. */
export async function withChild<T>(
  limits: ChildLimits,
  work: (child: ChildProcess) => Promise<T>,
): Promise<T> {
  if (busy >= MOST) await new Promise<void>((resolve) => void waiting.push(resolve));
  else busy += 1;
  const child = take(limits);
  try {
    return await work(child);
  } finally {
    give(child, limits);
    // The place passes to whoever waits longest, so `busy` stays as it is.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

function take(limits: ChildLimits): ChildProcess {
  const at = idle.findIndex(({ child, megabytes }) => child.connected && megabytes === limits.megabytes);
  const [found] = at < 0 ? [] : idle.splice(at, 1);
  if (!found) return startChild(limits);
  clearTimeout(found.timer);
  found.child.removeAllListeners('exit');
  wake(found.child);
  return found.child;
}

function give(child: ChildProcess, limits: ChildLimits): void {
  if (!child.connected || child.killed || residentMegabytes(child) > WORN_MEGABYTES) {
    child.kill('SIGKILL');
    return;
  }
  const timer = setTimeout(() => drop(child), IDLE_MILLISECONDS).unref();
  child.once('exit', () => drop(child));
  rest(child);
  idle.push({ child, megabytes: limits.megabytes, timer });
}

function drop(child: ChildProcess): void {
  const at = idle.findIndex((each) => each.child === child);
  if (at >= 0) clearTimeout(idle.splice(at, 1)[0]?.timer);
  child.kill('SIGKILL');
}

/** Ends the children that wait; for a server that stops and for tests. */
export function dismissChildren(): void {
  while (idle[0]) drop(idle[0].child);
}
