import type { Query } from '#lib/action/engine/load.ts';
import { LEAF_TEXT } from '../leaf.ts';
import { DIGEST, leafOf, tree, type Tree } from '../merkle.ts';
import { checkBlock, NOTHING, sealedBlocks, type Before, type Sealed } from './blocks.ts';
import type { Faults } from './faults.ts';
import { batches } from './stream.ts';

interface Checking {
  readonly publicKey: string;
  readonly faults: Faults;
}

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

/** Where the walk is: the open block, and the number the next entry must have. */
interface Place {
  open: Open | null;
  expected: number;
  last: Before;
  blocks: number;
}
interface Walking extends Checking {
  readonly blocks: AsyncGenerator<Sealed>;
  readonly place: Place;
}

async function openNext({ blocks, place, ...checking }: Walking): Promise<void> {
  const next = await blocks.next();
  place.open = next.done === true ? null : { block: next.value, tree: tree(), differs: null, isWhole: true };
  if (!place.open) return;
  checkBlock(place.open.block, place.last, checking);
  place.last = place.open.block;
  place.blocks += 1;
}

function skipTo(seq: number, { place, faults }: Walking): void {
  if (place.expected >= seq) return;
  faults.note(place.expected, '条目缺失');
  if (place.open) place.open.isWhole = false;
  place.expected = seq;
}

/** Closes blocks until `seq` lies in the open one or behind them all, naming what should have come before it. */
async function arriveAt(seq: number, walking: Walking): Promise<void> {
  const { place, faults } = walking;
  for (let { open } = place; open && seq > open.block.lastSeq; open = place.open) {
    skipTo(open.block.lastSeq + 1, walking);
    closeBlock(open, faults);
    await openNext(walking);
  }
  if (Number.isFinite(seq)) skipTo(seq, walking);
}

/** Walks every entry and every block side by side: numbers without a gap, digests, roots, the chain, the signatures. */
export async function walk(query: Query, checking: Checking): Promise<Walked> {
  const place: Place = { open: null, expected: 1, last: NOTHING, blocks: 0 };
  const walking: Walking = { ...checking, blocks: sealedBlocks(query), place };
  await openNext(walking);
  let entries = 0;
  let unsealed = 0;
  for await (const batch of entryBatches(query)) {
    for (const row of batch) {
      const seq = Number(row['seq']);
      if (seq !== place.expected || (place.open && seq > place.open.block.lastSeq))
        await arriveAt(seq, walking);
      if (seq < place.expected) checking.faults.note(seq, '条目不应存在');
      place.expected = seq + 1;
      entries += 1;
      if (place.open && seq >= place.open.block.firstSeq)
        addLeaf(place.open, seq, leafOf(row['text'] as string));
      else unsealed += 1;
    }
  }
  const highest = place.expected - 1;
  await arriveAt(Number.POSITIVE_INFINITY, walking);
  return { entries, unsealed, blocks: place.blocks, last: place.last, highest };
}
