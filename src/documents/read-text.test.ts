import { expect, test } from 'vitest';
import { refuse } from '#lib/refusal.ts';
import { readDocument } from './read.ts';
import { refusedWith } from './testing/refused.ts';

const linesOf = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await readDocument(bytes, { name: '报告.txt' })).lines.map(({ text }) => text);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** “办件 12 件” in GBK: B0 EC = 办, BC FE = 件. */
const GBK = new Uint8Array([0xb0, 0xec, 0xbc, 0xfe, 0x20, 0x31, 0x32, 0x20, 0xbc, 0xfe, 0x0a]);

test('line numbers are those of the file, whatever ends its lines', async () => {
  const { lines, tables } = await readDocument(utf8('一\r\n\n三\r四\n'), { name: 'a.txt' });
  expect(lines).toEqual([
    { number: 1, text: '一' },
    { number: 2, text: '' },
    { number: 3, text: '三' },
    { number: 4, text: '四' },
  ]);
  expect(tables).toEqual([]);
});

test.each([
  ['UTF-8', utf8('办件 12 件')],
  ['UTF-8 with a mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('办件 12 件')])],
  ['UTF-16 with a mark', new Uint8Array([0xff, 0xfe, ...Buffer.from('办件 12 件', 'utf16le')])],
  [
    'UTF-16 big-endian with a mark',
    new Uint8Array([0xfe, 0xff, ...Buffer.from('办件 12 件', 'utf16le').swap16()]),
  ],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from('办件 12 件\n', 'utf16le'))],
  ['GB18030', GBK],
])('%s is recognised', async (_, bytes) => {
  expect(await linesOf(bytes)).toEqual(['办件 12 件']);
});

test('one broken byte does not make a report unreadable, and is reported', async () => {
  const text = utf8('办件量同比增长。\n'.repeat(20));
  const bytes = new Uint8Array([...text, 0xe5, 0x0a]);
  const { lines, unread } = await readDocument(bytes, { name: 'a.txt' });
  expect(lines).toHaveLength(21);
  expect(unread).toEqual(['有 1 个字符无法识别']);
});

test('what is no text is refused, and so is nothing', async () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
  expect(await refusedWith(readDocument(noise, { name: 'x' }))).toBe('documents.unknown-format');
  expect(await refusedWith(readDocument(new Uint8Array(), { name: 'x' }))).toBe('documents.empty');
});

test('a file over the limit is refused before it is read', async () => {
  const big = new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61);
  expect(await refusedWith(readDocument(big, { name: 'x' }))).toBe('documents.too-large');
  expect(await refusedWith(readDocument(utf8('\n'.repeat(1_000_001)), { name: 'x' }))).toBe(
    'documents.too-much',
  );
});

test('old Office formats are refused with the way out', async () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf8('WordDocument')]);
  expect(await refusedWith(readDocument(ole, { name: '报告.doc' }))).toBe('documents.old-format');
  const locked = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  expect(await refusedWith(readDocument(locked, { name: '报告.docx' }))).toBe('documents.encrypted');
  expect(await refusedWith(readDocument(utf8('{\\rtf1 hello}'), { name: 'a.rtf' }))).toBe(
    'documents.old-format',
  );
});

test('every refusal of this folder is declared', () => {
  expect(() => refuse('documents.unreadable', { name: 'x', reason: 'y' })).toThrow('documents.unreadable');
});
