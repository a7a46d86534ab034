import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Account } from './account.ts';

const READ = 4;
const EXECUTE = 1;

/** What the account may do with a file, of read 4, write 2, execute 1. Access lists are not looked at. */
function rights(path: string, account: Account): number {
  const { mode, uid, gid } = statSync(path);
  if (uid === account.uid) return (mode >> 6) & 7;
  return (gid === account.gid ? mode >> 3 : mode) & 7;
}

/** Whether the account may walk into the directory and every one above it: a checkout under /root fails here. */
export function canEnter(directory: string, account: Account): boolean {
  const parent = dirname(directory);
  return (rights(directory, account) & EXECUTE) !== 0 && (parent === directory || canEnter(parent, account));
}

/** Whether the account may run the file. */
export function canRun(file: string, account: Account): boolean {
  const needed = READ | EXECUTE;
  return (rights(file, account) & needed) === needed && canEnter(dirname(file), account);
}
