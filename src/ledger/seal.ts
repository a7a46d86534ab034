import type { Query } from '#lib/action/engine/load.ts';
import type { Suite } from '#lib/suite.ts';
import type { Instant } from '#lib/time.ts';
import { BLOCK_COLUMNS, blockFrom, fingerprint, GENESIS, hashOf, type Block } from './block.ts';
import { LEAF_DIGEST } from './leaf.ts';
import { assertWhole, AT_MOST, headOf, marksOf, moveMarks, takeTurn } from './marks.ts';
import { DIGEST, rootOf } from './merkle.ts';

export const SEALER = 'sealer';
export interface Sealing {
  readonly suite: Pick<Suite, 'sign' | 'publicKey'>;
  readonly now: Instant;
}

/** Digests of the entries of a range, one behind the other. */
async function leavesOf(
  query: Query,
  range: { readonly after: number; readonly upTo: number },
): Promise<Buffer> {
  const [row] = await query(
    `select coalesce(string_agg(${LEAF_DIGEST}, ''::bytea order by seq), ''::bytea) as leaves
       from ledger_entry where seq > $1 and seq <= $2`,
    [range.after, range.upTo],
  );
  return row!['leaves'] as Buffer;
}

async function findLastBlock(query: Query): Promise<Block | undefined> {
  const [row] = await query(`select ${BLOCK_COLUMNS} from ledger_block order by height desc limit 1`, []);
  return row && blockFrom(row);
}

function forge(last: Block | undefined, leaves: Buffer, { suite, now }: Sealing): Block {
  const firstSeq = (last?.lastSeq ?? 0) + 1;
  const says = {
    height: (last?.height ?? 0) + 1,
    firstSeq,
    lastSeq: firstSeq + leaves.length / DIGEST - 1,
    root: rootOf(leaves),
    previous: last?.hash ?? GENESIS,
    key: fingerprint(suite.publicKey()),
    sealedAt: `${now.slice(0, -1)}000Z`,
  };
  const hash = hashOf(says);
  return { ...says, hash, signature: suite.sign(hash) };
}

const keep = (query: Query, block: Block, leaves: Buffer): Promise<unknown> =>
  query(
    `insert into ledger_block (height, first_seq, last_seq, root, previous, hash, signature, key, sealed_at, leaves)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      block.height,
      block.firstSeq,
      block.lastSeq,
      block.root,
      block.previous,
      block.hash,
      block.signature,
      block.key,
      block.sealedAt,
      leaves,
    ],
  );

/**
 * Seals what came since the last block, at most 20 000 entries, in the transaction `query` is in. Null when there is
 * nothing to seal or another process is at it. Throws BrokenLedger at a hole.
 */
export async function sealRound(query: Query, sealing: Sealing): Promise<Block | null> {
  if (!(await takeTurn(query, SEALER))) return null;
  const last = await findLastBlock(query);
  const after = last?.lastSeq ?? 0;
  const mark = (await marksOf(query, [SEALER])).get(SEALER) ?? 0;
  // Blocks and mark move together: apart, blocks were taken away or put in.
  if (mark !== after) throw new Error(`the sealer's mark is ${mark}, the last block ends at ${after}`);
  const upTo = Math.min(after + AT_MOST, await headOf(query));
  if (upTo <= after) return null;
  const leaves = await leavesOf(query, { after, upTo });
  if (leaves.length !== (upTo - after) * DIGEST) await assertWhole(query, { after, upTo });
  const block = forge(last, leaves, sealing);
  await keep(query, block, leaves);
  await moveMarks(query, [SEALER], { seq: upTo, at: sealing.now });
  return block;
}
