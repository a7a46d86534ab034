export interface Decoded {
  readonly text: string;
  /** Characters that no encoding explains. */
  readonly broken: number;
}

/**
 * Text of unknown encoding: byte order mark, UTF-8, UTF-16 without a mark, GB18030 (which includes GBK and GB2312),
 * in this order. Nothing when it is no text at all.
 */
export function findText(bytes: Uint8Array): Decoded | undefined {
  const marked = byMark(bytes);
  if (marked !== undefined) return judge(marked);
  const strict = tryDecode(bytes, 'utf-8') ?? tryUtf16(bytes) ?? tryDecode(bytes, 'gb18030');
  if (strict !== undefined) return judge(strict);
  // A single damaged character must not make a whole report unreadable.
  const candidates = ['utf-8', 'gb18030'].map((label) => new TextDecoder(label).decode(bytes));
  const [best] = candidates.sort((a, b) => countBroken(a) - countBroken(b));
  return judge(best!);
}

/** The encoding a file names itself (`gb2312`), when it is a known one and explains every byte. */
export const findTextAs = (bytes: Uint8Array, label: string): string | undefined => tryDecode(bytes, label);

export function byMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

function tryDecode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Without a mark, UTF-16 shows itself by the zero half of its line breaks, digits and spaces. */
function tryUtf16(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 65_536);
  let even = 0;
  let odd = 0;
  head.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (odd > 0 && even * 10 < odd) return tryDecode(bytes, 'utf-16le');
  if (even > 0 && odd * 10 < even) return tryDecode(bytes, 'utf-16be');
  return undefined;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001b-\u001f\u007f\ufffe\uffff]/g;
const countBroken = (text: string): number => text.match(/\ufffd/g)?.length ?? 0;

/** More than one control or broken character in a hundred is no text. */
function judge(text: string): Decoded | undefined {
  const broken = countBroken(text);
  const control = text.match(CONTROL)?.length ?? 0;
  if ((broken + control) * 100 > text.length) return undefined;
  return { text: control === 0 ? text : text.replace(CONTROL, ''), broken };
}
