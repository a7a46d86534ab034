import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCsvRows, parseCsv, writeCsv } from './csv.ts';

const cells = (text: string): readonly (readonly string[])[] => parseCsv(text).map((row) => row.cells);

test.each([
  ['=1+1', `'=1+1`],
  ['+86 730', `'+86 730`],
  ['-2+3', `'-2+3`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['\t=1', `"'\t=1"`],
  ['＝1', `'＝1`],
  ['-12.5', '-12.5'], // a number
  ['-1,234.00', '"-1,234.00"'],
  ['办件', '办件'],
  ['a"b', '"a""b"'],
])('%j is written as %s', (text, written) => {
  expect(writeCsv([[text]])).toBe(`\ufeff${written}\r\n`);
});

test('what is written reads back, but for the apostrophe before a formula', async () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', '文', '"', ',', '\n', ' ', '1', ';') })
    .map((text) => `x${text}`);
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(cells(writeCsv([['头', '二'], ...rows])).slice(1)).toEqual(rows);
    }),
  );
});

test('rows know the line they begin on, quoted breaks counted', () => {
  expect(parseCsv('a,b\r\n"一\n二",c\r\n\r\nd,e')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['一\n二', 'c'] },
    { line: 5, cells: ['d', 'e'] },
  ]);
});

test('tabs, semicolons and Chinese commas separate where the first line says so', () => {
  expect(cells('a\tb\n1,5\t2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(cells('a;b\n1,5;2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(cells('甲，乙\n一，二')).toEqual([
    ['甲', '乙'],
    ['一', '二'],
  ]);
});

test('a quote that never ends is a character', () => {
  expect(cells('a,b\n"一,二\n三,四')).toEqual([
    ['a', 'b'],
    ['"一', '二'],
    ['三', '四'],
  ]);
});

test('GBK files are read, and what is no text is not', () => {
  // B0 EC BC FE = 办件
  expect(findCsvRows(new Uint8Array([0xb0, 0xec, 0xbc, 0xfe, 0x2c, 0x31]))?.[0]?.cells).toEqual([
    '办件',
    '1',
  ]);
  expect(findCsvRows(Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256))).toBeUndefined();
});

test('100,000 unbalanced quotes cost no more than their length', () => {
  expect(cells(`a,b\n${'"x\n'.repeat(100_000)}`)).toHaveLength(100_001);
});
