import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDocument } from './read.ts';
import { docxOf, paragraph } from './testing/office.ts';
import { refusedWith } from './testing/refused.ts';

const refused = (bytes: Uint8Array): Promise<string> => refusedWith(readDocument(bytes, { name: 'a.docx' }));
const parts = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(10) };

/** Where a signature last stands in a file. */
const lastAt = (bytes: Uint8Array, ...signature: readonly number[]): number =>
  Buffer.from(bytes).lastIndexOf(Buffer.from(signature));

/** The last directory entry with another declared size, which stands 24 bytes behind its signature. */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const at = lastAt(zip, 0x50, 0x4b, 0x01, 0x02);
  new DataView(zip.buffer).setUint32(at + 24, size, true);
  return zip;
}

test('300 MB unpacked are refused by what the directory declares', async () => {
  expect(await refused(declaring(zipSync(parts), 300 * 1024 * 1024))).toBe('documents.zip-bomb');
});

test('a thousandfold packed part is refused by its ratio', async () => {
  const zeros = new Uint8Array(30 * 1024 * 1024);
  expect(await refused(zipSync({ ...parts, 'word/document.xml': zeros }, { level: 1 }))).toBe(
    'documents.zip-bomb',
  );
});

test('a part larger than it declares is refused while it unpacks', async () => {
  const zip = zipSync({ ...parts, 'word/document.xml': new Uint8Array(5000) });
  expect(await refused(declaring(zip, 1000))).toBe('documents.zip-bomb');
});

test('too many parts, parts of the same name and overlapping parts are refused', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 6000 }, (_, at) => [`word/${at}.xml`, new Uint8Array(1)]),
  );
  expect(await refused(zipSync({ ...parts, ...many }))).toBe('documents.zip-bomb');
  const twice = zipSync({ ...parts, 'word/documenu.xml': new Uint8Array(10) });
  const name = Buffer.from(twice).lastIndexOf('documenu');
  twice[name + 7] = 't'.charCodeAt(0);
  expect(await refused(twice)).toBe('documents.zip-bomb');
});

test('macros are refused, whatever the file is called', async () => {
  expect(await refused(docxOf(paragraph('x'), { 'word/vbaProject.bin': 'x' }))).toBe('documents.macros');
  const types =
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  expect(await refused(docxOf(paragraph('x'), { '[Content_Types].xml': types }))).toBe('documents.macros');
});

test('a zip with a password and a torn zip are refused', async () => {
  const locked = docxOf(paragraph('x'));
  locked[lastAt(locked, 0x50, 0x4b, 0x01, 0x02) + 8] = 1;
  expect(await refused(locked)).toBe('documents.encrypted');
  const whole = docxOf(paragraph('x'));
  expect(await refused(whole.subarray(0, whole.length - 30))).toBe('documents.damaged');
});

test('a zip that is no office file is not opened', async () => {
  expect(await refused(zipSync({ 'inner.zip': zipSync(parts) }))).toBe('documents.unknown-format');
});
