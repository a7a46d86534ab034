import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../refusal.ts';
import '../refusals.ts';

/** Passwords of the embedded server's three roles, random, in a file that only this system user can read. */
export interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly program: string;
}

const random = () => randomBytes(24).toString('base64url');

function read(file: string): Partial<Passwords> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Passwords>;
  } catch {
    return {};
  }
}

/** Reads them; makes them for a cluster that is yet to be made. A cluster without its passwords is refused. */
export function passwordsFor(directory: string, clusterExists: boolean): Passwords {
  const file = join(directory, 'passwords.json');
  const { admin, owner, program } = existsSync(file) ? read(file) : {};
  if (admin && owner && program) return { admin, owner, program };
  if (clusterExists) refuse('db.no-passwords', { directory });
  const fresh = { admin: random(), owner: random(), program: random() };
  writeFileSync(`${file}.new`, JSON.stringify(fresh), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return fresh;
}
