import type { Query } from '#lib/action/engine/load.ts';
import { LEAF_TEXT } from '../leaf.ts';
import { DIGEST, leafOf, tree, type Tree } from '../merkle.ts';
import { checkBlock, NOTHING, sealedBlocks, type Before, type Sealed } from './blocks.ts';
import type { Faults } from './faults.ts';
import { batches } from './stream.ts';

/** What the walk over all entries and blocks counted. */
export interface Walked {
  readonly entries: number;
  readonly blocks: number;
  /** Entries after the last block. */
  readonly unsealed: number;
  readonly last: Before;
  /** The highest number found. */
  readonly highest: number;
}

/** The block being walked through: its tree so far, and the first entry whose digest is not the sealed one. */
interface Open {
  readonly block: Sealed;
  readonly tree: Tree;
  differs: number | null;
  isWhole: boolean;
}

function closeBlock({ block, tree, differs, isWhole }: Open, faults: Faults): void {
  const name = `第 ${block.height} 号区块`;
  if (!isWhole) return; // The missing entry has been named.
  const agrees = tree.root().toString('hex') === block.root;
  if (!agrees)
    faults.note(
      differs ?? block.firstSeq,
      differs !== null ? '条目在封存后被改动' : `${name}的默克尔根与条目不符`,
    );
  else if (differs !== null) faults.note(differs, `${name}的摘要表被改动`);
  if (block.leaves.length !== (block.lastSeq - block.firstSeq + 1) * DIGEST)
    faults.note(block.firstSeq, `${name}的摘要表长度不符`);
}

function addLeaf(open: Open, seq: number, digest: Buffer): void {
  const at = (seq - open.block.firstSeq) * DIGEST;
  open.tree.add(digest);
  if (open.differs === null && !digest.equals(open.block.leaves.subarray(at, at + DIGEST)))
    open.differs = seq;
}

const entryBatches = (query: Query) =>
  batches((last) =>
    query(`select seq, ${LEAF_TEXT} as text from ledger_entry where seq > $1 order by seq limit 4000`, [
      last === null ? '-1' : last['seq'],
    ]),
  );

/** Walks every entry and every block side by side: numbers without a gap, digests, roots, the chain, the signatures. */
export async function walk(
  query: Query,
  checking: { readonly publicKey: string; readonly faults: Faults },
): Promise<Walked> {
  const { faults } = checking;
  const blocks = sealedBlocks(query);
  let before = NOTHING;
  const counted = { entries: 0, blocks: 0, unsealed: 0 };
  const nextBlock = async (): Promise<Open | null> => {
    const next = await blocks.next();
    if (next.done === true) return null;
    checkBlock(next.value, before, checking);
    before = next.value;
    counted.blocks += 1;
    return { block: next.value, tree: tree(), differs: null, isWhole: true };
  };
  let open = await nextBlock();
  let expected = 1;
  const skipTo = (seq: number): void => {
    if (expected >= seq) return;
    faults.note(expected, '条目缺失');
    if (open) open.isWhole = false;
    expected = seq;
  };
  /** Closes blocks until `seq` lies in the open one or behind them all, naming what should have come before it. */
  const arriveAt = async (seq: number): Promise<void> => {
    while (open && seq > open.block.lastSeq) {
      skipTo(open.block.lastSeq + 1);
      closeBlock(open, faults);
      open = await nextBlock();
    }
    if (Number.isFinite(seq)) skipTo(seq);
  };
  for await (const batch of entryBatches(query)) {
    for (const row of batch) {
      const seq = Number(row['seq']);
      if (seq !== expected || (open && seq > open.block.lastSeq)) await arriveAt(seq);
      if (seq < expected) faults.note(seq, '条目不应存在');
      expected = seq + 1;
      counted.entries += 1;
      if (open && seq >= open.block.firstSeq) addLeaf(open, seq, leafOf(row['text'] as string));
      else counted.unsealed += 1;
    }
  }
  const highest = expected - 1;
  await arriveAt(Number.POSITIVE_INFINITY);
  return { ...counted, last: before, highest };
}
