import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../refusal.ts';
import { serverEnvironment } from './initialise.ts';
import type { Place } from './place.ts';
import { notedPostmaster, pidFile, type Postmaster, runningPostmaster } from './postmaster.ts';
import { livingProcess, processesIn, signal } from './processes.ts';
import '../refusals.ts';

export type ServerSettings = Readonly<Record<string, string | number>>;

/** Recovery after a power cut may take minutes; nobody is helped by giving up on it. */
const START_SECONDS = 300;
const LOG_BYTES = 10_000_000;

/**
 * The log never shows values: no statement texts, no parameters, no details of a violated key, and no errors of
 * statements at all, whose messages quote what was given (`log` ranks above `error`). The program notes its own.
 */
const settings: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: 0,
};

const logFile = (place: Place): string => join(place.directory, 'server.log');

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => settle(port));
    });
  });
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  const log = openSync(file, 'a', 0o600);
  if (process.getuid?.() === 0) fchownSync(log, statSync(dirname(file)).uid, statSync(dirname(file)).gid);
  return log;
}

/** In a session of its own: Ctrl-C at the terminal is for us, and we end the server when we are done with it. */
function launch(place: Place, port: number, more: ServerSettings): ChildProcess {
  const options = Object.entries({ ...settings, ...more, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const output = openLog(logFile(place));
  const { account } = place;
  const child = spawn(join(place.binaries, 'bin/postgres'), ['-D', place.cluster, ...options], {
    cwd: '/',
    env: serverEnvironment,
    detached: true,
    stdio: ['ignore', output, output],
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  });
  closeSync(output);
  child.on('error', () => undefined); // seen as an exit without a pid
  child.unref();
  return child;
}

/**
 * A pid file that is not true: cut off by a crash, or its process is a zombie, or another program has that number by
 * now. PostgreSQL would believe it and refuse to start. Of a dead process it finds out itself, and what it left.
 */
function removeFalsePidFile(cluster: string): void {
  if (!existsSync(pidFile(cluster)) || runningPostmaster(cluster)) return;
  const noted = notedPostmaster(cluster);
  const misleads = !noted || signal(noted.pid, 0);
  if (misleads && processesIn(cluster).length === 0) unlinkSync(pidFile(cluster));
}

type Outcome = 'ready' | 'port taken' | 'still occupied' | 'failed';

async function outcomeOf(child: ChildProcess, place: Place, logStart: number): Promise<Outcome> {
  const until = performance.now() + START_SECONDS * 1000;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const server = runningPostmaster(place.cluster);
    if (server?.pid === child.pid && server.status === 'ready') return 'ready';
    if (performance.now() > until)
      refuse('db.start-timeout', { seconds: START_SECONDS, log: logFile(place) });
    await sleep(15);
  }
  const said = readFileSync(logFile(place)).subarray(logStart).toString();
  if (/could not bind IPv4 address|could not create any TCP\/IP sockets/.test(said)) return 'port taken';
  return /lock file ".*" already exists|shared memory block .* is still in use/.test(said)
    ? 'still occupied'
    : 'failed';
}

/** Starts a server on the place's cluster and waits until it takes connections. */
export async function startServer(place: Place, more: ServerSettings): Promise<Postmaster> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    removeFalsePidFile(place.cluster);
    const logStart = statSync(logFile(place), { throwIfNoEntry: false })?.size ?? 0;
    const child = launch(place, await freePort(), more);
    const outcome = await outcomeOf(child, place, logStart > LOG_BYTES ? 0 : logStart);
    const server = runningPostmaster(place.cluster);
    if (outcome === 'ready' && server) return server;
    if (outcome === 'failed') break;
    await sleep(outcome === 'still occupied' ? 250 : 0); // orphans of a killed server leave within moments
  }
  const lines = existsSync(logFile(place)) ? readFileSync(logFile(place), 'utf8').trim().split('\n') : [];
  const said = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '?';
  return refuse('db.start-failed', { said, log: logFile(place) });
}

/**
 * Ends a server: fast (its clients are disconnected, all is written), after `patience` seconds at once, and after as
 * many more by force. Nothing that was acknowledged is lost either way: the next start recovers it.
 */
export async function stopServer(pid: number, patience = 20): Promise<void> {
  const born = livingProcess(pid);
  if (!born) return;
  const began = performance.now();
  const means = ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const;
  let used = 0;
  while (livingProcess(pid) === born) {
    const due = Math.min(means.length, 1 + Math.floor((performance.now() - began) / 1000 / patience));
    for (; used < due; used += 1) signal(pid, means[used] ?? 'SIGKILL');
    await sleep(10);
  }
}
