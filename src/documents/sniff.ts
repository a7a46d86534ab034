import { Refusal } from '#lib/refusal.ts';
import { findText } from './decode.ts';
import { isHeic } from './heic.ts';
import { readLimits } from './limits.ts';
import { openZip } from './zip.ts';

/** What a file is, by its content. `ole` is Word 97 and its kin; `encrypted` an office file with a password. */
export type Kind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'pdf'
  | 'html'
  | 'txt'
  | 'csv'
  | 'png'
  | 'jpeg'
  | 'heic'
  | 'zip'
  | 'ole'
  | 'rtf'
  | 'encrypted'
  | 'unknown';

const SIGNATURES: readonly (readonly [Kind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** The kind of a file by its content alone; its name and the browser's word for it may lie. */
export function sniff(bytes: Uint8Array): Kind {
  const signed = SIGNATURES.find(([, bits]) => bits.every((bit, at) => bytes[at] === bit))?.[0];
  if (signed === 'zip') return office(bytes);
  if (signed === 'ole') return includes(bytes, utf16('EncryptedPackage')) ? 'encrypted' : 'ole';
  if (signed !== undefined) return signed;
  if (isHeic(bytes)) return 'heic';
  // ISO 32000-1, implementation note 13: readers accept the header anywhere in the first kilobyte.
  if (includes(bytes.subarray(0, 1024), Buffer.from('%PDF-'))) return 'pdf';
  const head = findText(evenStart(bytes))?.text;
  if (head === undefined) return 'unknown';
  if (isHtml(head)) return 'html';
  return isCsv(head) ? 'csv' : 'txt';
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const includes = (bytes: Uint8Array, needle: Buffer): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle);

/** By the names of the parts. A zip that cannot be opened still has a kind, so that its reader can say what is wrong. */
function office(bytes: Uint8Array): Kind {
  const names = partNames(bytes);
  const isNamed = (part: string): boolean =>
    names ? names.some((name) => name.startsWith(part)) : includes(bytes, Buffer.from(part));
  if (!isNamed('[Content_Types].xml')) return 'zip';
  if (isNamed('word/')) return 'docx';
  if (isNamed('xl/')) return 'xlsx';
  return isNamed('ppt/') ? 'pptx' : 'zip';
}

function partNames(bytes: Uint8Array): readonly string[] | undefined {
  try {
    return openZip({ name: '', bytes, limits: readLimits }).names;
  } catch (fault) {
    if (fault instanceof Refusal) return undefined;
    throw fault;
  }
}

const HEAD = 65_536;

/** The beginning of a text, cut where no character is cut: behind the last line break, or not at all. */
function evenStart(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= HEAD) return bytes;
  const cut = bytes.lastIndexOf(0x0a, HEAD);
  return cut <= 0 ? bytes : bytes.subarray(0, cut + (bytes[cut + 1] === 0 ? 2 : 1));
}

const HTML =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+(?:html|svg)|html|svg|head|body|meta|title|table|div|p|h[1-6]|span|center|style|script)[\s>/]/i;
const isHtml = (head: string): boolean => HTML.test(head);

/** Text whose first lines all have the same number of commas or tabs, at least one. */
function isCsv(head: string): boolean {
  const lines = head
    .split(/\r\n|\n|\r/)
    .slice(0, 10)
    .filter((line) => line !== '');
  if (lines.length < 2) return false;
  return [',', '\t'].some((mark) => {
    const counts = lines.map((line) => line.split(mark).length);
    return counts[0]! > 1 && counts.every((count) => count === counts[0]);
  });
}
