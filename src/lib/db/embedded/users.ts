import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { livingProcess } from './processes.ts';

/**
 * Who uses a server: one empty file per user, named after its process (`pid.ticks`) and a number, because a process
 * may open the database twice. A killed process leaves its file; the name tells that it is dead.
 */
export interface Registration {
  readonly file: string;
}

const usersOf = (directory: string): string => join(directory, 'users');
let opened = 0;

export function register(directory: string): Registration {
  mkdirSync(usersOf(directory), { recursive: true, mode: 0o700 });
  const file = join(usersOf(directory), `${livingProcess(process.pid)}-${(opened += 1)}`);
  writeFileSync(file, '', { mode: 0o600 });
  return { file };
}

/** Takes the user off the list; true when nobody living is left, and the server is this user's to stop. */
export function unregister(directory: string, registration: Registration): boolean {
  rmSync(registration.file, { force: true });
  return livingUsers(directory) === 0;
}

/** The number of living users; what the dead left behind is cleared away. */
export function livingUsers(directory: string): number {
  let living = 0;
  for (const name of readdirSync(usersOf(directory))) {
    const [born = ''] = name.split('-');
    if (livingProcess(Number(born.split('.')[0])) === born) living += 1;
    else rmSync(join(usersOf(directory), name), { force: true });
  }
  return living;
}
