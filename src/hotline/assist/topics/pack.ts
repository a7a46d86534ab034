import { gunzipSync, gzipSync } from 'node:zlib';
import { refusals, refuse } from '#lib/refusal.ts';

refusals({
  'hotline.unreadable-model': {
    status: 422,
    message: '这不是可用的主题模型文件',
    next: '请用 npm run train -- FILE 重新训练',
  },
});

/** Sixteen bits a number: finer than the third decimal of a distance, at half the bytes of a float. */
const LARGEST = 32767;
const NUMBER_BYTES = 2;

interface Packed<H> {
  readonly head: H;
  /** All of one length. */
  readonly arrays: readonly Float32Array[];
}
interface Front {
  readonly kind: string;
  readonly lengths: readonly number[];
  /** Largest absolute value of each array. */
  readonly scales: readonly number[];
  readonly head: unknown;
}

const scaleOf = (values: Float32Array): number =>
  values.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1;

function numbersOf(values: Float32Array): Buffer {
  const scale = scaleOf(values);
  const bytes = Buffer.alloc(values.length * NUMBER_BYTES);
  for (const [at, value] of values.entries())
    bytes.writeInt16LE(Math.round((value / scale) * LARGEST), at * NUMBER_BYTES);
  return bytes;
}

/** One zipped file: length of the front, the front as JSON, the arrays in sixteen bits. */
export function pack<H>(kind: string, { head, arrays }: Packed<H>): Uint8Array {
  const lengths = arrays.map((values) => values.length);
  const front = Buffer.from(JSON.stringify({ kind, lengths, scales: arrays.map(scaleOf), head }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(front.length);
  return gzipSync(Buffer.concat([size, front, ...arrays.map(numbersOf)]), { level: 9 });
}

function opened(file: Uint8Array): { readonly bytes: Buffer; readonly front: Front } | undefined {
  try {
    const bytes = gunzipSync(file);
    return { bytes, front: JSON.parse(bytes.subarray(4, 4 + bytes.readUInt32LE(0)).toString()) as Front };
  } catch {
    return undefined;
  }
}

/** What `pack` wrote. Refuses `hotline.unreadable-model` when the file is another or of another kind. */
export function unpack<H>(kind: string, file: Uint8Array): Packed<H> {
  const found = opened(file);
  if (found?.front.kind !== kind) return refuse('hotline.unreadable-model');
  const { bytes, front } = found;
  let offset = 4 + bytes.readUInt32LE(0);
  const arrays = front.lengths.map((length, which) => {
    const start = offset;
    offset += length * NUMBER_BYTES;
    return Float32Array.from(
      { length },
      (_, i) => (bytes.readInt16LE(start + i * NUMBER_BYTES) / LARGEST) * front.scales[which]!,
    );
  });
  return { head: front.head as H, arrays };
}
