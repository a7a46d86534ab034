import { randomFillSync } from 'node:crypto';

/* Asking the kernel for sixteen bytes at a time costs more than all else an id needs: ask for many at once. */
const pool = Buffer.alloc(8192);
let used = pool.length;

/** So many random bytes (at most 256), unpredictable; a copy of its own. */
export function randomBytesPooled(count: number): Buffer {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + count));
  // What was handed out must not be found in memory later.
  pool.fill(0, used, used + count);
  used += count;
  return bytes;
}
