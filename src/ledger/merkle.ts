import { hash } from 'node:crypto';

/** Bytes of a SHA-256 digest. */
export const DIGEST = 32;
const node = Buffer.alloc(1 + 2 * DIGEST);
node[0] = 1;

const sha256Bytes = (bytes: Buffer): Buffer => hash('sha256', bytes, 'buffer');

/** Leaves are hashed behind a 0 byte, nodes behind a 1: else a node could be passed off as an entry. */
export function parentOf(left: Buffer, right: Buffer): Buffer {
  node.set(left, 1);
  node.set(right, 1 + DIGEST);
  return sha256Bytes(node);
}
const LEAF = Buffer.of(0);
export const leafOf = (text: string): Buffer => sha256Bytes(Buffer.concat([LEAF, Buffer.from(text, 'utf8')]));

/** A Merkle tree that is only ever read once from left to right: it keeps one peak per level, not the leaves. */
export interface Tree {
  readonly add: (leaf: Buffer) => void;
  readonly root: () => Buffer;
}

/**
 * The tree of RFC 6962, section 2.1: a tree of n leaves splits at the largest power of two below n, so an odd leaf is
 * never doubled and two different lists never share a root. No leaves: the digest of nothing.
 */
export function tree(): Tree {
  const peaks: Buffer[] = [];
  let count = 0;
  return {
    add: (leaf) => {
      let top = leaf;
      // Each trailing 1 bit of the count is a finished subtree of the same size as `top`.
      for (let size = count; size % 2 === 1; size = (size - 1) / 2) top = parentOf(peaks.pop()!, top);
      peaks.push(top);
      count += 1;
    },
    root: () =>
      peaks.length === 0
        ? sha256Bytes(Buffer.alloc(0))
        : peaks.reduceRight((right, left) => parentOf(left, right)),
  };
}

/** The root over digests that stand one behind the other. */
export function rootOf(leaves: Buffer): string {
  const whole = tree();
  for (let at = 0; at + DIGEST <= leaves.length; at += DIGEST) whole.add(leaves.subarray(at, at + DIGEST));
  return whole.root().toString('hex');
}
