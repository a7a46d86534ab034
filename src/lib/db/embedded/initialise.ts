import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '../../refusal.ts';
import { namelessUid } from './account.ts';
import type { Passwords } from './passwords.ts';
import type { Place } from './place.ts';
import { ADMIN } from './roles.ts';
import { majorOf } from './binaries.ts';
import '../refusals.ts';

const run = promisify(execFile);

/** PostgreSQL's own variables would change what it does; only these pass. Messages stay English, we read one of them. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', LC_MESSAGES: 'C', TZ: 'UTC' };

/** Refuses a data directory of another major version: PostgreSQL cannot read it, and must not try. */
export async function checkMajor(place: Place): Promise<void> {
  const file = join(place.cluster, 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = Number(readFileSync(file, 'utf8'));
  const expected = await majorOf(place.binaries);
  if (found !== expected) refuse('db.other-major', { directory: place.cluster, found, expected });
}

/**
 * Makes the cluster when there is none. It is made beside its place and moved there when whole, so that a crash in
 * between leaves nothing that looks like a database. Locale C.UTF-8: with C, trigrams see no Chinese at all.
 */
export async function initialise(place: Place, passwords: Passwords): Promise<void> {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return;
  // initdb asks the system for the name of its user, whatever -U says, and gives up without one.
  const uid = namelessUid(place.account);
  if (uid !== undefined) refuse('db.nameless-user', { uid });
  const making = `${place.cluster}.making`;
  const passwordFile = join(dirname(place.cluster), `password-${randomBytes(6).toString('hex')}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, passwords.admin, { mode: 0o600 });
  const { account } = place;
  if (account) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  const settings = [
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
    '--auth=scram-sha-256',
    '-U',
    ADMIN,
  ];
  try {
    await run(join(place.binaries, 'bin/initdb'), ['-D', making, ...settings, `--pwfile=${passwordFile}`], {
      cwd: '/',
      env: serverEnvironment,
      ...(account ? { uid: account.uid, gid: account.gid } : {}),
    });
    await rename(making, place.cluster);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const said = /initdb: error: .*/.exec(error instanceof Error ? error.message : '')?.[0] ?? String(error);
    refuse('db.start-failed', { said, log: making });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}
