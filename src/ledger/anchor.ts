import { readFileSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from './block.ts';

/**
 * The last sealed block, remembered outside the database. Who owns the database could cut blocks, entries, counter and
 * mark off together and leave a shorter chain that is sound in itself; the file beside the keys says there was more.
 */
export type Anchor = Pick<Block, 'height' | 'hash' | 'lastSeq'>;

/** Whose chain: a data directory may serve several tenants, each with a chain of its own. */
export interface Anchored {
  readonly dataDirectory: string;
  readonly tenant: string;
}
const pathIn = ({ dataDirectory, tenant }: Anchored): string =>
  join(dataDirectory, `ledger-anchor-${tenant}.json`);

const read = (path: string): Anchor | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Anchor;
  } catch {
    return undefined;
  }
};

/**
 * Written whole or not at all; the next block makes up for a lost one. A block that is not above the remembered one is
 * not remembered: it would wipe out the trace of what was cut off. False then. Never synchronously: replacing a file may
 * wait for the disk, and everybody's answers with it.
 */
export async function dropAnchor(chain: Anchored, { height, hash, lastSeq }: Anchor): Promise<boolean> {
  if ((findAnchor(chain)?.height ?? 0) >= height) return false;
  const path = pathIn(chain);
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify({ height, hash, lastSeq }), { mode: 0o600 });
  await rename(draft, path);
  return true;
}

/** Undefined where nothing was sealed yet. */
export const findAnchor = (chain: Anchored): Anchor | undefined => read(pathIn(chain));

/** For a restore, which lawfully goes back to an earlier end. */
export const forgetAnchor = (chain: Anchored): void => rmSync(pathIn(chain), { force: true });
