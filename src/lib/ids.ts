import { randomBytesPooled } from '#lib/random.ts';

/** An id of one kind of thing; ids of different kinds do not mix. */
export type Id<Of extends string> = string & { readonly __id?: Of };

/** A UUIDv7: 48 bits of milliseconds, then random, so keys of one time lie together in an index. */
export function uuidv7(milliseconds: number = Date.now()): string {
  const bytes = randomBytesPooled(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
