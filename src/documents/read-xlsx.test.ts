import { expect, test } from 'vitest';
import { compileFormat } from './number-format.ts';
import { plainNumber } from './plain-number.ts';
import { readDocument } from './read.ts';
import { xlsxOf } from './testing/office.ts';
import { refusedWith } from './testing/refused.ts';
import { tablesOf } from './testing/tables.ts';

const read = (sheets: Readonly<Record<string, string>>, more?: Readonly<Record<string, string>>) =>
  readDocument(xlsxOf(sheets, more), { name: '报告.xlsx' });
const styles = (...codes: readonly string[]): string =>
  `<styleSheet><numFmts>${codes.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}<xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`;

test('shared, inline and formula texts, numbers and truth values are read; formulas are not computed', async () => {
  const { lines, tables, format } = await read(
    {
      收支: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>决</t></r><r><t>算</t></r></is></c></row>
        <row r="2"><c r="A2"><v>990.4</v></c><c r="B2"><f>A2*2</f><v>1980.8</v></c><c r="C2" t="str"><f>"x"</f><v>文</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c></row></sheetData>`,
    },
    { 'xl/sharedStrings.xml': '<sst><si><t>收入</t><rPh><t>shou</t></rPh></si></sst>' },
  );
  expect(format).toBe('xlsx');
  expect(lines.map(({ text }) => text)).toEqual(['收入', '决算', '990.4', '1980.8', '文', 'TRUE', '#DIV/0!']);
  expect(tables[0]).toMatchObject({ name: '收支', from: 1, to: 7, rows: 2, columns: 5 });
});

test('a sheet is one table, merged cells in place, blank edges cut', async () => {
  const { tables } = await read({
    表: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>标题</t></is></c><c r="B1"/><c r="C1"/></row>
      <row r="3"><c r="B3"><v>1</v></c><c r="C3"><v>2</v></c><c r="D3" s="0"/></row><row r="9"><c r="A9"/></row></sheetData>
      <mergeCells><mergeCell ref="A1:C2"/></mergeCells>`,
  });
  expect(tablesOf({ tables, lines: [], unread: [], format: 'xlsx' })).toEqual([
    ['0,0 2×3 标题', '2,1 1×1 1', '2,2 1×1 2'],
  ]);
  expect(tables[0]).toMatchObject({ rows: 3, columns: 3 });
});

test('numbers are shown as their cells show them', async () => {
  // 43951 is 30 April 2020: 43831 is 1 January, and 31 + 29 + 31 + 29 = 120 days later.
  const { lines } = await read(
    {
      s: '<sheetData><row r="1"><c r="A1" s="1"><v>0.29411764705882354</v></c><c r="B1" s="2"><v>1595.3299999999999</v></c><c r="C1" s="3"><v>43951</v></c><c r="D1" s="4"><v>43951</v></c><c r="E1" s="5"><v>0.9995</v></c><c r="F1"><v>0.28999999999999998</v></c></row></sheetData>',
    },
    { 'xl/styles.xml': styles('0.0%', '#,##0.00', 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;') },
  );
  expect(lines.map(({ text }) => text)).toEqual([
    '29.4%',
    '1,595.33',
    '2020年4月30日',
    '2020/4/30',
    '99.95%',
    '0.29',
  ]);
});

test.each([
  ['0', '2.5', '3'], // half away from zero
  ['0.00', '2.345', '2.35'],
  ['0.00', '-0.001', '0.00'],
  ['#,##0', '1234567', '1,234,567'],
  ['0.##', '2.50', '2.5'],
  ['000', '7', '007'],
  ['#.##', '0.5', '.5'],
  ['0.0,', '12345', '12.3'], // thousands
  ['0!.0,', '123456', '12.3'], // 123,456 元 drawn as 12.3 万元
  ['0!.0000', '123456', '12.3456'],
  ['0"件"', '12', '12件'],
  ['"￥"#,##0.00;[Red]-"￥"#,##0.00', '-5', '-￥5.00'],
  ['[$¥-804]#,##0.00', '-5.1', '-¥5.10'],
  ['0.0;(0.0);"-"', '-3', '(3.0)'],
  ['0.0;(0.0);"-"', '0', '-'],
  [';;;', '5', ''],
  ['# ?/?', '0.5', '0.5'], // fractions are shown plainly
  ['_ * #,##0.00_ ;_ * -#,##0.00_ ', '5', '5.00'],
  ['yyyy-mm-dd hh:mm', '43951.75', '2020-04-30 18:00'],
  ['h:mm AM/PM', '0.75', '6:00 下午'],
  ['[h]:mm', '1.5', '36:00'],
  ['mm:ss', '0.000694444444444444', '01:00'],
  ['aaaa', '43951', '星期四'], // 30 April 2020
  ['yyyy/m/d', '61', '1900/3/1'],
  ['yyyy/m/d', '59', '1900/2/28'],
  ['General', '0.1', '0.1'],
  ['@', '12', '12'],
])('format %s shows %s as %s', (code, stored, shown) => {
  expect(compileFormat(code, false)(stored)).toBe(shown);
});

test('days of a workbook that counts from 1904', () => {
  // 1904 workbooks count 1,462 days less: 43951 − 1462 = 42489.
  expect(compileFormat('yyyy/m/d', true)('42489')).toBe('2020/4/30');
});

test.each([
  ['43.060000000000002', '43.06'],
  ['1E-3', '0.001'],
  ['4.306112021010001E+17', '430611202101000000'],
  ['-12.50', '-12.5'],
  ['1E+300', '1E+300'],
  ['abc', 'abc'],
])('%s without a format is %s', (stored, shown) => {
  expect(plainNumber(stored)).toBe(shown);
});

test('hidden sheets are not read, hidden rows are, and both are said', async () => {
  const sheet = '<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>';
  const workbook =
    '<workbook xmlns:r="r"><sheets><sheet name="看" r:id="r1"/><sheet name="藏" state="hidden" r:id="r2"/></sheets></workbook>';
  const { tables, unread } = await read({ 看: sheet, 藏: sheet }, { 'xl/workbook.xml': workbook });
  expect(tables.map(({ name }) => name)).toEqual(['看']);
  expect(unread).toEqual(['工作表「看」有 1 行已隐藏，仍已读取', '工作表「藏」已隐藏，未读']);
});

test('a merged area over the whole sheet and a row at the end of it cost nothing', async () => {
  const { tables } = await read({
    s: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFC1048575"/></mergeCells>',
  });
  expect(tables[0]).toMatchObject({ rows: 1_048_576, columns: 16_384 });
});

test('whole rows and columns that are merged end with what is used', async () => {
  const { tables } = await read({
    s: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c></row><row r="3"><c r="A3"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="B2:B1048576"/><mergeCell ref="D1:D1048576"/></mergeCells>',
  });
  expect(tables[0]).toMatchObject({ rows: 3, columns: 2 });
  expect(tables[0]?.cells.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan])).toEqual([
    ['1', 1, 2],
    ['2', 1, 1],
    ['3', 2, 1],
    ['4', 1, 1],
  ]);
});

test('a workbook without a workbook part is refused', async () => {
  const broken = read({}, { 'xl/workbook.xml': '<workbook>' });
  expect(await refusedWith(broken)).toBe('documents.damaged');
});
