import { createHash, createPublicKey } from 'node:crypto';
import { sha256 } from '#lib/action/engine/canonical.ts';

/** A sealed stretch of the ledger. The hash covers everything above it, the signature covers the hash. */
export interface Block {
  /** 1, 2, 3, … without a gap. */
  readonly height: number;
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Merkle root over the entries, hexadecimal. */
  readonly root: string;
  /** Hash of the block before; GENESIS for the first. */
  readonly previous: string;
  /** Fingerprint of the signing key. */
  readonly key: string;
  /** UTC with microseconds, as PostgreSQL keeps it: `2020-01-23T01:00:00.000000Z`. */
  readonly sealedAt: string;
  readonly hash: string;
  readonly signature: string;
}
export const GENESIS = '0'.repeat(64);

/** What a block says, without hash and signature. */
export type Sayings = Omit<Block, 'hash' | 'signature'>;
export const hashOf = (block: Sayings): string =>
  sha256(
    [
      'yichuang ledger block 1',
      block.height,
      block.firstSeq,
      block.lastSeq,
      block.root,
      block.previous,
      block.key,
      block.sealedAt,
    ].join('\n'),
  );

/** SHA-256 over the public key (SPKI), hexadecimal: what an auditor notes down and compares. */
export const fingerprint = (publicKeyPem: string): string =>
  createHash('sha256')
    .update(createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' }))
    .digest('hex');

/** A block's columns as they are read; instants as text, so that no microsecond is lost. */
export const BLOCK_COLUMNS = `height, first_seq, last_seq, root, previous, key, hash, signature,
  to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at`;

export const blockFrom = (row: Readonly<Record<string, unknown>>): Block => ({
  height: Number(row['height']),
  firstSeq: Number(row['first_seq']),
  lastSeq: Number(row['last_seq']),
  root: row['root'] as string,
  previous: row['previous'] as string,
  key: row['key'] as string,
  sealedAt: row['sealed_at'] as string,
  hash: row['hash'] as string,
  signature: row['signature'] as string,
});
