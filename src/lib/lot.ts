const MASK = (1n << 64n) - 1n;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a, 64 bits, over the UTF-8 bytes of the text. `''` is cbf29ce484222325. */
function fnv1a(text: string): bigint {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK;
  return hash;
}

/** One step of splitmix64 (Steele, Lea, Flood 2014): spreads neighbouring numbers over all 64 bits. */
export function splitmix64(state: bigint): bigint {
  let z = (state + 0x9e3779b97f4a7c15n) & MASK;
  z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
  z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
  return z ^ (z >> 31n);
}

/**
 * The random number something has under a seed: `splitmix64(fnv1a(seed + '\n' + id))`, 0 … 2⁶⁴−1. It depends on nothing
 * else — not on how many others there are nor on their sequence — so anybody can draw again and find the same list.
 */
export const randomNumber = (seed: string, id: string): bigint => splitmix64(fnv1a(`${seed}\n${id}`));
