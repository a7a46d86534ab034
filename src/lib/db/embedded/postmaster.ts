import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, livingProcess } from './processes.ts';

/** What a server writes about itself into `postmaster.pid` of its data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** `starting`, `ready` or `stopping`; empty in its first moments. */
  readonly status: string;
}

/** The contents of `postmaster.pid`: line 1 pid, line 4 port, line 8 status. */
export function parsePostmaster(text: string): Postmaster | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3] ?? 0), status: (lines[7] ?? '').trim() }
    : undefined;
}

export const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Whatever the file says, be it true or left behind. */
export function notedPostmaster(cluster: string): Postmaster | undefined {
  try {
    return parsePostmaster(readFileSync(pidFile(cluster), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The server that really runs on the data directory: the noted pid is alive and was started with this directory. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const noted = notedPostmaster(cluster);
  if (!noted || !livingProcess(noted.pid)) return undefined;
  const words = commandLine(noted.pid);
  return words[0]?.endsWith('postgres') && words.includes(cluster) ? noted : undefined;
}
