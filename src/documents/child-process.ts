import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  readonly milliseconds: number;
  readonly megabytes: number;
}

// A file must be answered within ten seconds; starting the program that asks takes up to two of them.
export const childLimits: ChildLimits = { milliseconds: 7500, megabytes: 400 };

const main = fileURLToPath(import.meta.resolve('./child-main.ts'));

/**
 * A child that may read files and compute, and nothing else: it can neither write files nor start programs, and it sees
 * no secret of the environment. Its own output goes nowhere; only its answers count.
 */
export function startChild(limits: ChildLimits): ChildProcess {
  const heap = Math.floor(limits.megabytes * 0.75);
  const child = fork(main, [], {
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      `--max-old-space-size=${heap}`,
      '--max-semi-space-size=8',
    ],
    env: { TZ: 'Asia/Shanghai' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.on('error', () => child.kill('SIGKILL'));
  return child;
}

/** Lets the program end although the child waits for its next job. */
export function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

export function wake(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

const PAGE = 4096;

/**
 * Resident memory in megabytes. The heap limit does not count buffers, so the parent looks from outside; where there is
 * no `/proc` only the heap limit holds.
 */
export function residentMegabytes(child: ChildProcess): number {
  try {
    const [, pages] = readFileSync(`/proc/${child.pid}/statm`, 'latin1').split(' ');
    return (Number(pages) * PAGE) / (1024 * 1024);
  } catch {
    return 0;
  }
}
