import type { Query } from '#lib/action/engine/load.ts';
import { isSignedBy } from '#lib/suite.ts';
import { BLOCK_COLUMNS, blockFrom, fingerprint, GENESIS, hashOf, type Block } from '../block.ts';
import type { Faults } from './faults.ts';
import { batches } from './stream.ts';

/** A block with the digests of its entries, as it was sealed. */
export interface Sealed extends Block {
  readonly leaves: Buffer;
}

/** Blocks in order of height; few at a time, because each may carry 640 kB of leaves. */
export async function* sealedBlocks(query: Query): AsyncGenerator<Sealed> {
  const read = batches((last) =>
    query(`select ${BLOCK_COLUMNS}, leaves from ledger_block where height > $1 order by height limit 32`, [
      last === null ? '-9223372036854775808' : last['height'],
    ]),
  );
  for await (const batch of read)
    for (const row of batch) yield { ...blockFrom(row), leaves: row['leaves'] as Buffer };
}

/** What the next block must say about the one before it. */
export type Before = Pick<Block, 'height' | 'hash' | 'lastSeq'>;
export const NOTHING: Before = { height: 0, hash: GENESIS, lastSeq: 0 };

function wrongAt(block: Block, before: Before, publicKey: string): string | null {
  const name = `第 ${block.height} 号区块`;
  if (block.height !== before.height + 1) return `第 ${before.height + 1} 号区块缺失`;
  if (block.firstSeq !== before.lastSeq + 1 || block.lastSeq < block.firstSeq)
    return `${name}起止序号与上一区块不相接`;
  if (block.previous !== before.hash) return `${name}没有接在上一区块之后`;
  if (block.hash !== hashOf(block)) return `${name}的内容与其哈希不符`;
  if (block.key !== fingerprint(publicKey))
    return `${name}由另一把密钥签署（指纹 ${block.key.slice(0, 16)}…）`;
  return isSignedBy(publicKey, block.hash, block.signature) ? null : `${name}的签名无效`;
}

/** Checks a block's place in the chain, its hash and signature; what is wrong counts from the entry it begins with. */
export function checkBlock(
  block: Block,
  before: Before,
  checking: { readonly publicKey: string; readonly faults: Faults },
): void {
  const why = wrongAt(block, before, checking.publicKey);
  if (why !== null) checking.faults.note(before.lastSeq + 1, why);
}
