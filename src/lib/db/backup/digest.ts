import { createHash } from 'node:crypto';

/** Length and SHA-256 of what has passed through. */
export interface Passed {
  readonly bytes: number;
  readonly sha256: string;
}

export interface Meter {
  take(piece: Uint8Array): void;
  total(): Passed;
}

export function meter(): Meter {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    take(piece) {
      hash.update(piece);
      bytes += piece.length;
    },
    total: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

export const digestOf = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex');
