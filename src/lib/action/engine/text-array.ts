const OF_TEXT = 25;
const HEADER = 20;
const EMPTY_HEADER = 12;
const NULL = -1;
/** No UTF-16 unit takes more bytes than this in UTF-8. */
const WIDEST = 3;

function most(texts: readonly (string | null)[]): number {
  let bytes = HEADER;
  for (const text of texts) bytes += 4 + (text === null ? 0 : text.length * WIDEST);
  return bytes;
}

/**
 * A `text[]` in PostgreSQL's binary form: dimensions, a flag for nulls, the element type, count, first index, and then
 * each text behind its length. Nothing needs quotes: in the textual form most of a batch is escaping the quotes of JSON.
 */
export function textArray(texts: readonly (string | null)[]): Buffer {
  if (texts.length === 0) {
    const empty = Buffer.alloc(EMPTY_HEADER);
    empty.writeInt32BE(OF_TEXT, 8);
    return empty;
  }
  const bytes = Buffer.allocUnsafe(most(texts));
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(texts.includes(null) ? 1 : 0, 4);
  bytes.writeInt32BE(OF_TEXT, 8);
  bytes.writeInt32BE(texts.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = HEADER;
  for (const text of texts) {
    const length = text === null ? NULL : bytes.write(text, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return bytes.subarray(0, at);
}
