import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../refusal.ts';
import type { Account } from './account.ts';
import { serverAccount } from './account.ts';
import { packagedBinaries, runnableBinaries } from './binaries.ts';
import { canEnter } from './reach.ts';
import '../refusals.ts';

/** Where one embedded server keeps what. All of it lies in `directory`, unless its account cannot go there. */
export interface Place {
  /** Ours: passwords, log, list of users. */
  readonly directory: string;
  /** The server's own: PGDATA. */
  readonly cluster: string;
  readonly binaries: string;
  readonly account: Account | undefined;
}

export interface PlaceOptions {
  readonly directory: string;
  /** Another PostgreSQL than the packaged one: its directory with bin, lib and share. */
  readonly binaries?: string | undefined;
  /** Where root puts what the server's account must read but cannot reach. */
  readonly common?: string | undefined;
}

/** Decides where things lie, in a directory of our own; the decision is written down and kept. Ask under its lock. */
export async function placeOf(directory: string, options: PlaceOptions): Promise<Place> {
  const common = options.common ?? '/var/lib/yichuang';
  const cluster = clusterOf(directory, common);
  const account = serverAccount(cluster);
  const binaries = await runnableBinaries(options.binaries ?? packagedBinaries(), account, common);
  return { directory, cluster, binaries, account };
}

/** Makes the directory. Others may pass through it (the server's account must), but not look around. */
export function ownDirectory(path: string): string {
  try {
    if (mkdirSync(path, { recursive: true }) !== undefined) chmodSync(path, 0o711);
    return realpathSync(path);
  } catch {
    return refuse('db.not-writable', { directory: path });
  }
}

/**
 * The cluster's place: here, or else a new folder under `common`. Which one is written down here, so that whoever
 * removes the data directory starts afresh, and there, so that whoever finds the folder knows whose it was.
 */
function clusterOf(directory: string, common: string): string {
  const here = join(directory, 'cluster');
  const note = join(directory, 'elsewhere.json');
  if (existsSync(note)) return (JSON.parse(readFileSync(note, 'utf8')) as { cluster: string }).cluster;
  const account = serverAccount(here);
  if (!account || canEnter(directory, account)) return here;
  mkdirSync(common, { recursive: true, mode: 0o755 });
  const home = mkdtempSync(join(common, 'data-'));
  chmodSync(home, 0o755);
  const cluster = join(home, 'cluster');
  const because = `${account.name} cannot enter ${directory}`;
  writeFileSync(join(home, 'belongs-to.json'), `${JSON.stringify({ directory })}\n`, { mode: 0o600 });
  writeFileSync(note, `${JSON.stringify({ cluster, because })}\n`);
  return cluster;
}
