import { readdirSync, readFileSync } from 'node:fs';

const TICKS = 100;

interface Usage {
  readonly pid: number;
  readonly parent: number;
  readonly seconds: number;
}
function usageOf(pid: number): Usage | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    // utime, stime, and those of children that have ended.
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    return { pid, parent: Number(fields[1]), seconds: ticks / TICKS };
  } catch {
    return null;
  }
}

/** CPU seconds used so far by a process and everything below it. Linux only. */
export function cpuSeconds(root: number): number {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (usageOf(Number(name)) ?? []) : [],
  );
  const below = (pid: number): number =>
    all.filter((each) => each.parent === pid).reduce((sum, each) => sum + each.seconds + below(each.pid), 0);
  return (all.find((each) => each.pid === root)?.seconds ?? 0) + below(root);
}

/** The parent of a process: of a database's backend, its postmaster. */
export const parentOf = (pid: number): number => usageOf(pid)?.parent ?? 0;
