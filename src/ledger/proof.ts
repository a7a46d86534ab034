import type { Query } from '#lib/action/engine/load.ts';
import { isSignedBy } from '#lib/suite.ts';
import { BLOCK_COLUMNS, blockFrom, fingerprint, hashOf, type Block } from './block.ts';
import { LEAF_TEXT } from './leaf.ts';
import { DIGEST, leafOf, parentOf, rootOf } from './merkle.ts';

/**
 * An entry that can be checked without the database: its text as sealed, its place in its block, and the digests beside
 * its way up to the block's root (RFC 6962, section 2.1.1).
 */
export interface EntryProof {
  readonly seq: string;
  readonly text: string;
  readonly height: number;
  readonly path: readonly string[];
}
export interface Proven {
  readonly entries: readonly EntryProof[];
  /** The blocks these entries are sealed in. */
  readonly blocks: readonly Block[];
  /** Entries that no block holds yet. */
  readonly unsealed: number;
}

const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1));

/** Digests beside the way from a leaf to the root, the lowest first. */
export function pathOf(leaves: Buffer, index: number): readonly string[] {
  const count = leaves.length / DIGEST;
  if (count === 1) return [];
  const split = splitOf(count);
  const [left, right] = [leaves.subarray(0, split * DIGEST), leaves.subarray(split * DIGEST)];
  return index < split
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - split), rootOf(left)];
}

/** The root that a leaf and its path lead to; undefined when the path has the wrong length. */
export function rootAlong(
  leaf: Buffer,
  { index, count }: { readonly index: number; readonly count: number },
  path: readonly string[],
): Buffer | undefined {
  if (count === 1) return path.length === 0 ? leaf : undefined;
  const beside = path.at(-1);
  if (beside === undefined) return undefined;
  const split = splitOf(count);
  const isLeft = index < split;
  const below = rootAlong(
    leaf,
    isLeft ? { index, count: split } : { index: index - split, count: count - split },
    path.slice(0, -1),
  );
  const other = Buffer.from(beside, 'hex');
  if (!below || other.length !== DIGEST) return undefined;
  return isLeft ? parentOf(below, other) : parentOf(other, below);
}

/** Everything that happened to a record, with what it takes to check it elsewhere. */
export async function proveEntries(query: Query, subject: string): Promise<Proven> {
  const found = await query(
    `select seq, ${LEAF_TEXT} as text from ledger_entry
      where subject = $1 or (touched @> array[$1]::uuid[] and cardinality(touched) > 1) order by seq`,
    [subject],
  );
  const seqs = found.map((row) => row['seq'] as string);
  const sealed = await query(
    `select ${BLOCK_COLUMNS}, leaves from ledger_block b
      where exists (select from unnest($1::bigint[]) as s(seq) where s.seq between b.first_seq and b.last_seq)
      order by height`,
    [seqs],
  );
  const blocks = sealed.map((row) => ({ block: blockFrom(row), leaves: row['leaves'] as Buffer }));
  const entries = found.flatMap((row): EntryProof[] => {
    const seq = Number(row['seq']);
    const home = blocks.find(({ block }) => block.firstSeq <= seq && seq <= block.lastSeq);
    if (!home) return [];
    const path = pathOf(home.leaves, seq - home.block.firstSeq);
    return [{ seq: String(seq), text: row['text'] as string, height: home.block.height, path }];
  });
  return { entries, blocks: blocks.map(({ block }) => block), unsealed: found.length - entries.length };
}

/** Why a proof does not hold, in Chinese; null when it does. Needs no database. */
export function proofFault(proof: EntryProof, blocks: readonly Block[], publicKey: string): string | null {
  const block = blocks.find((each) => each.height === proof.height);
  if (!block) return '没有它所在的区块';
  if (block.key !== fingerprint(publicKey)) return `第${block.height}区块不是由这把公钥签名`;
  if (hashOf(block) !== block.hash) return `第${block.height}区块的内容与其摘要不符`;
  if (!isSignedBy(publicKey, block.hash, block.signature)) return `第${block.height}区块的签名无效`;
  const place = { index: Number(proof.seq) - block.firstSeq, count: block.lastSeq - block.firstSeq + 1 };
  if (place.index < 0 || place.index >= place.count) return `不在第${block.height}区块的范围内`;
  const root = rootAlong(leafOf(proof.text), place, proof.path);
  return root?.toString('hex') === block.root ? null : '条目的内容与封存时不符';
}
