import type { App } from '#lib/app.ts';
import { sealAll } from './loops.ts';

/**
 * The block that covers an entry: its height and its hash, which nobody knows before the entry is written and everybody can
 * look up after. Seals what is not sealed yet; throws while another process is at it, so that a reaction comes again.
 */
export async function blockOf(
  app: App,
  seq: string,
): Promise<{ readonly height: number; readonly hash: string }> {
  await sealAll(app);
  const [block] = await app.query(
    'select height, hash from ledger_block where last_seq >= $1 order by height limit 1',
    [seq],
  );
  if (!block) throw new Error(`entry ${seq} is not sealed yet`);
  return { height: Number(block['height']), hash: block['hash'] as string };
}
