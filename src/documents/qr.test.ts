import { unzipSync } from 'fflate';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qr, type Paper } from './paper.ts';
import { qrBitmap, qrSvg } from './qr.ts';
import { readDocument } from './read.ts';
import { writePaper } from './write.ts';

const ADDRESS = 'https://example.invalid/cases?number=BJ2020000001';
const rows = encode(ADDRESS, { ecc: 'M', border: 4 }).data;

test('the bitmap shows every module at its place, from the bottom up', () => {
  const bytes = qrBitmap(ADDRESS);
  const view = new DataView(bytes.buffer);
  const side = view.getInt32(18, true);
  expect([String.fromCharCode(bytes[0]!, bytes[1]!), view.getUint32(2, true), side]).toEqual([
    'BM',
    bytes.length,
    rows.length * 8,
  ]);
  const stride = Math.ceil(side / 32) * 4;
  const isDark = (x: number, y: number): boolean =>
    (bytes[62 + (side - 1 - y) * stride + (x >> 3)]! & (0x80 >> (x & 7))) !== 0;
  expect(rows.map((row, y) => row.map((_, x) => isDark(x * 8 + 4, y * 8 + 4)))).toEqual(rows);
});

test('the drawing covers exactly the dark modules', () => {
  const drawn = rows.map((row) => row.map(() => false));
  for (const [, x, y, length] of qrSvg(ADDRESS).matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    for (let at = Number(x); at < Number(x) + Number(length); at++) drawn[Number(y)]![at] = true;
  expect(drawn).toEqual(rows);
});

test('a paper shows the code where it can be shown, and its words everywhere', async () => {
  const paper: Paper = { title: '收件凭证', blocks: [qr(ADDRESS, '扫码查询办理进度')] };
  for (const format of ['docx', 'html', 'pdf', 'xlsx'] as const) {
    const { lines } = await readDocument(await writePaper(paper, format), { name: `a.${format}` });
    expect(lines.map(({ text }) => text).join('')).toContain('扫码查询办理进度');
  }
  const packed = unzipSync(await writePaper(paper, 'docx'));
  const [picture] = Object.keys(packed).filter((name) => name.startsWith('word/media/'));
  expect(packed[picture!]).toEqual(qrBitmap(ADDRESS));
  expect(new TextDecoder().decode(await writePaper(paper, 'html'))).toContain(qrSvg(ADDRESS));
});
