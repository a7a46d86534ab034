import { inflateRawSync } from 'node:zlib';
import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import { inMegabytes, type Source } from './limits.ts';

/** A zip whose directory was checked; parts are unpacked only when asked for, and never beyond their declared size. */
export interface Zip {
  readonly names: readonly string[];
  readonly has: (part: string) => boolean;
  /** A part's bytes, or nothing when there is no such part. */
  readonly find: (part: string) => Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const MOST_RATIO = 200;
/** Small files may compress better than any bomb's threshold; they cannot hurt. */
const HARMLESS = 20 * 1024 * 1024;

/**
 * Opens a zip by its central directory. Zip bombs are refused before anything is unpacked: by number of entries, total
 * and ratio of the declared sizes; and while unpacking, when a part is larger than it declared. Zips inside a zip are
 * never opened.
 */
export function openZip(source: Source): Zip {
  const entries = directory(source);
  check(entries, source);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  if (byName.size !== entries.length) bomb(source, '同名部件重复');
  return {
    names: [...byName.keys()],
    has: (part) => byName.has(part),
    find: (part) => {
      const entry = byName.get(part);
      return entry && unpack(entry, source);
    },
  };
}

const bomb = ({ name }: Source, what: string): never => refuse('documents.zip-bomb', { name, what });
const damaged = ({ name }: Source, what: string): never => refuse('documents.damaged', { name, what });

function check(entries: readonly Entry[], source: Source): void {
  const unpacked = entries.reduce((total, entry) => total + entry.unpacked, 0);
  const packed = entries.reduce((total, entry) => total + entry.packed, 0);
  if (unpacked > source.limits.unpackedBytes) {
    bomb(source, `解压后超过 ${inMegabytes(source.limits.unpackedBytes)}`);
  }
  if (unpacked > HARMLESS && unpacked > packed * MOST_RATIO) bomb(source, `压缩比超过 ${MOST_RATIO}`);
  if (packed > source.bytes.length) bomb(source, '部件互相重叠');
  if (entries.some((entry) => entry.isEncrypted)) refuse('documents.encrypted', { name: source.name });
}

/** APPNOTE 4.3.16: the end record lies within the last 65,557 bytes. */
function endRecord(view: DataView, source: Source): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return damaged(source, '压缩包不完整');
}

function directory(source: Source): readonly Entry[] {
  const { bytes } = source;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view, source);
  const count = view.getUint16(end + 10, true);
  if (count > source.limits.zipEntries) bomb(source, `部件超过 ${source.limits.zipEntries} 个`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      damaged(source, '压缩包目录不完整');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    const next = extra + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) damaged(source, '压缩包目录不完整');
    entries.push(entry(view, at, { name: bytes.subarray(at + 46, extra), extra, next }));
    at = next;
  }
  return entries;
}

interface Place {
  readonly name: Uint8Array;
  readonly extra: number;
  readonly next: number;
}

function entry(view: DataView, at: number, place: Place): Entry {
  const wide = zip64(view, place);
  const size = (offset: number): number => {
    const value = view.getUint32(at + offset, true);
    return value === 0xffffffff ? wide() : value;
  };
  const unpacked = size(24);
  const packed = size(20);
  return {
    name: new TextDecoder().decode(place.name).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packed,
    unpacked,
    offset: size(42),
  };
}

/** APPNOTE 4.5.3: where a size does not fit 32 bits, the 64-bit values stand one after another in extra field 1. */
function zip64(view: DataView, { extra, next }: Place): () => number {
  let field = extra;
  while (field + 4 <= next && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let at = field + 4;
  return () => {
    if (at + 8 > next) return Number.MAX_SAFE_INTEGER;
    at += 8;
    return Number(view.getBigUint64(at - 8, true));
  };
}

function unpack(entry: Entry, source: Source): Uint8Array {
  const { bytes } = source;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) damaged(source, '部件位置有误');
  const from =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) damaged(source, '部件位置有误');
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return entry.packed === entry.unpacked ? packed : bomb(source, '部件大小不符');
  if (entry.method !== 8) damaged(source, '压缩方式不受支持');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') bomb(source, '部件大小不符');
    return damaged(source, '部件无法解压');
  }
}
