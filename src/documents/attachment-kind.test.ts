import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { attachmentType } from './attachment-kind.ts';
import { docxOf, paragraph, xlsxOf, zipOf } from './testing/office.ts';
import { refusedWith } from './testing/refused.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bits = (...values: readonly number[]): Uint8Array =>
  Uint8Array.from([...values, ...Array<number>(20).fill(0)]);
const code = (bytes: Uint8Array, name = '附件'): Promise<string> =>
  refusedWith((async () => attachmentType(bytes, { name }))());

test.each([
  ['pdf', utf8('%PDF-1.7\n')],
  ['docx', docxOf(paragraph('x'))],
  ['xlsx', xlsxOf({ s: '<sheetData/>' })],
  ['png', bits(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['jpeg', bits(0xff, 0xd8, 0xff, 0xe0)],
  ['txt', utf8('情况说明\n如下。')],
  ['csv', utf8('事项,件数\n办件,12\n')],
])('%s is recognised by its content', (kind, bytes) => {
  expect(attachmentType(bytes, { name: '附件.exe' }).kind).toBe(kind);
});

test.each([
  ['a web page', utf8('<!DOCTYPE html><script>x</script>'), 'documents.not-accepted'],
  ['a web page behind a comment', utf8('\n<!-- x --> <HTML>'), 'documents.not-accepted'],
  ['a drawing that can act', utf8('<?xml version="1.0"?><svg onload="x()"/>'), 'documents.not-accepted'],
  ['a drawing with its type', utf8('<!DOCTYPE svg PUBLIC "x"><svg/>'), 'documents.not-accepted'],
  ['a program', bits(0x4d, 0x5a, 0x90, 0x00, 0x03), 'documents.not-accepted'],
  [
    'a photograph of a phone under another name',
    utf8('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'),
    'documents.heic',
  ],
  ['a film', utf8('\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0000\u0000'), 'documents.not-accepted'],
  ['any zip', zipOf({ 'a.txt': 'x' }), 'documents.not-accepted'],
  ['old Word', bits(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'documents.not-accepted'],
  ['macros', docxOf(paragraph('x'), { 'word/vbaProject.bin': 'x' }), 'documents.macros'],
  ['nothing', new Uint8Array(), 'documents.empty'],
])('%s is refused, whatever it is called', async (_, bytes, refusal) => {
  expect(await code(bytes, '附件.pdf')).toBe(refusal);
});

test('a workbook that carries a Word file inside is a workbook', () => {
  // Stored as it is, the inner file's part names stand readable in the outer one.
  const inner = docxOf(paragraph('x'));
  const stored = zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    'xl/workbook.xml': utf8('<a/>'),
    'xl/inner.docx': [inner, { level: 0 }],
  });
  expect(attachmentType(stored, { name: 'x' }).kind).toBe('xlsx');
});

test('a file over the limit is refused with the limit', async () => {
  const oneMegabyte = 1024 * 1024;
  const work = async () => attachmentType(new Uint8Array(oneMegabyte + 1), { name: 'x', limit: oneMegabyte });
  expect(await refusedWith(work())).toBe('documents.too-large');
});
