import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../refusal.ts';
import { checkMajor, initialise } from './initialise.ts';
import { withDirectoryLock } from './lock.ts';
import { type Passwords, passwordsFor } from './passwords.ts';
import { ownDirectory, type Place, placeOf, type PlaceOptions } from './place.ts';
import { type Postmaster, runningPostmaster } from './postmaster.ts';
import { signal } from './processes.ts';
import { answers, ensureRoles } from './roles.ts';
import { type ServerSettings, startServer, stopServer } from './run.ts';
import { livingUsers, register, unregister } from './users.ts';
import '../refusals.ts';

const LOCK_SECONDS = 330;
/** How long a server that is up but does not take our connection may think it over, when nobody uses it. */
const DEAF_SECONDS = 30;

export interface EmbeddedOptions extends PlaceOptions {
  /** More server settings, such as `fsync: 'off'` for tests. */
  readonly settings?: ServerSettings;
}

export interface EmbeddedServer {
  readonly place: Place;
  readonly passwords: Passwords;
  readonly port: number;
  readonly pid: number;
  readonly version: string;
  /** False when another process had it running: then it is shared, and the last one to leave stops it. */
  readonly started: boolean;
  leave(): Promise<void>;
}

/**
 * Uses the server on the directory: the one that runs there, be it another process's or an orphan whose parent was
 * killed, else a new one. The process that started it stops it, unless others still use it: then the last of them.
 */
export async function joinServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const directory = ownDirectory(options.directory);
  return withDirectoryLock(directory, LOCK_SECONDS, async () => {
    const place = await placeOf(directory, options);
    checkAccess(place);
    await checkMajor(place);
    const passwords = passwordsFor(place.directory, existsSync(join(place.cluster, 'PG_VERSION')));
    const registration = register(place.directory);
    try {
      const running = await adopt(place, passwords);
      if (!running) await initialise(place, passwords);
      const server = running ?? (await startServer(place, options.settings ?? {}));
      const version = await ensureRoles(server.port, passwords);
      const leave = leaving(place, server.pid, () => unregister(place.directory, registration));
      return { place, passwords, port: server.port, pid: server.pid, version, started: !running, leave };
    } catch (error) {
      const half = unregister(place.directory, registration) && runningPostmaster(place.cluster);
      if (half) await stopServer(half.pid);
      throw error;
    }
  });
}

/** An ordinary user cannot use what root or another user has made; say so before PostgreSQL says something else. */
function checkAccess(place: Place): void {
  const { uid } = statSync(existsSync(place.cluster) ? place.cluster : place.directory);
  try {
    accessSync(place.directory, constants.W_OK);
    accessSync(existsSync(place.cluster) ? place.cluster : place.directory, constants.R_OK | constants.X_OK);
  } catch {
    refuse('db.not-ours', { directory: place.directory, owner: uid });
  }
}

/** The server that runs there, once it takes our connection. One that is ending is waited for; a deaf orphan is ended. */
async function adopt(place: Place, passwords: Passwords): Promise<Postmaster | undefined> {
  const until = performance.now() + DEAF_SECONDS * 1000;
  for (;;) {
    const running = runningPostmaster(place.cluster);
    if (!running) return undefined;
    if (running.port > 0 && (await answers(running.port, passwords))) return running;
    const isDeaf =
      running.status === 'ready' && performance.now() > until && livingUsers(place.directory) === 1;
    if (isDeaf) await stopServer(running.pid, 5);
    await sleep(25);
  }
}

/** Leaves once, orderly; and should the process end without having left, at least tells the server to stop. */
function leaving(place: Place, pid: number, isLast: () => boolean): () => Promise<void> {
  const lastWords = () => {
    if (isLast()) signal(pid, 'SIGINT');
  };
  process.once('exit', lastWords);
  let left: Promise<void> | undefined;
  const leave = () =>
    withDirectoryLock(place.directory, LOCK_SECONDS, async () => {
      process.off('exit', lastWords);
      if (isLast()) await stopServer(pid);
    });
  return () => (left ??= leave());
}
