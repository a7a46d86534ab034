import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { serverAccount } from './account.ts';
import { packagedBinaries, runnableBinaries } from './binaries.ts';
import { canEnter } from './reach.ts';

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

/** Makes the directories and decides where the cluster lies; the decision is written down and kept. */
export async function placeOf(options: PlaceOptions): Promise<Place> {
  const directory = ownDirectory(options.directory);
  const common = options.common ?? '/var/lib/yichuang';
  const cluster = clusterOf(directory, common);
  const account = serverAccount(cluster);
  const binaries = await runnableBinaries(options.binaries ?? packagedBinaries(), account, common);
  return { directory, cluster, binaries, account };
}

/** Others may pass through (the server's account must), but not look around. */
function ownDirectory(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o711);
  }
  return realpathSync(path);
}

function clusterOf(directory: string, common: string): string {
  const here = join(directory, 'cluster');
  const note = join(directory, 'elsewhere.json');
  if (existsSync(note)) return (JSON.parse(readFileSync(note, 'utf8')) as { cluster: string }).cluster;
  const account = serverAccount(here);
  if (!account || canEnter(directory, account)) return here;
  const key = createHash('sha256').update(directory).digest('hex').slice(0, 12);
  const home = join(common, `data-${key}`);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const cluster = join(home, 'cluster');
  writeFileSync(
    note,
    `${JSON.stringify({ cluster, because: `${account.name} cannot enter ${directory}` })}\n`,
  );
  return cluster;
}
