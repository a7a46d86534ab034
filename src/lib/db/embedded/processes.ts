import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined; // gone meanwhile, or not ours to see
  }
}

/**
 * A running process as `pid.ticks`, ticks being the moment it was born: pids are used again, this is not.
 * Undefined when it is dead, or a zombie that nobody has buried.
 */
export function livingProcess(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces and brackets itself, so count from its end: state is 3rd, birth 22nd.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${pid}.${fields[19]}`;
}

/** The words the process was started with; empty for a stranger's, a zombie's or none. */
export function commandLine(pid: number): readonly string[] {
  return (read(`/proc/${pid}/cmdline`) ?? '').split('\0').filter(Boolean);
}

/** Processes that work in the directory: every process of a PostgreSQL server has its data directory as its own. */
export function processesIn(directory: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === directory;
      } catch {
        return false;
      }
    });
}

/** Sends a signal, or with 0 only asks; false when there is nobody to receive it. */
export function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
