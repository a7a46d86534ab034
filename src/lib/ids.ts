import { randomBytesPooled } from '#lib/random.ts';

/** An id of one kind of thing; ids of different kinds do not mix. */
export type Id<Of extends string> = string & { readonly __id?: Of };

/**
 * Of one millisecond: its twelve bits after the version count up from a random start, so that ids sort as they were made.
 * When they are used up the next millisecond is borrowed (RFC 9562 §6.2).
 */
const course = { asked: -1, milliseconds: -1, count: 0 };
const MOST = 0xfff;

function advance(asked: number, start: number): void {
  const isOn = asked >= course.asked && asked <= course.milliseconds;
  course.asked = asked;
  if (!isOn) Object.assign(course, { milliseconds: asked, count: start });
  else if (course.count < MOST) course.count += 1;
  else Object.assign(course, { milliseconds: course.milliseconds + 1, count: start });
}

/** A UUIDv7: 48 bits of milliseconds, a count within the millisecond (RFC 9562 §6.2), then random. */
export function uuidv7(milliseconds: number = Date.now()): string {
  const bytes = randomBytesPooled(16);
  advance(milliseconds, bytes.readUInt16BE(6) & (MOST >> 2));
  bytes.writeUIntBE(course.milliseconds, 0, 6);
  bytes.writeUInt16BE(0x7000 | course.count, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isUuid = (text: string): boolean => UUID.test(text);
