import { expect, test } from 'vitest';
import type { Extracted } from './extracted.ts';
import { readDocument } from './read.ts';

const read = (html: string): Promise<Extracted> =>
  readDocument(new TextEncoder().encode(html), { name: '报告.html' });
const linesOf = async (html: string): Promise<readonly string[]> =>
  (await read(html)).lines.map(({ text }) => text);

test('block elements are lines; scripts, styles, comments and hidden parts are not text', async () => {
  expect(
    await linesOf(
      '<!DOCTYPE html><html><head><title>题</title><style>p{}</style></head><body><!-- 注 --><h1>年度报告</h1>' +
        '<p>办件 <b>12</b>\n  件<br>满意</p><script>alert(1)</script><div style="display:none">藏</div><ul><li>甲<li>乙</ul>散文',
    ),
  ).toEqual(['年度报告', '办件 12 件', '满意', '甲', '乙', '散文']);
});

test('merged cells of a table keep their place in the grid', async () => {
  const { tables } = await read(
    '<table><caption>表1</caption><tr><th rowspan="2">投入</th><th colspan="2">目标</th></tr><tr><td>甲</td><td></td></tr></table>',
  );
  expect(tables[0]).toMatchObject({ name: '表1', rows: 2, columns: 3 });
  expect(tables[0]?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
    ['投入', 0, 0, 2, 1],
    ['目标', 0, 1, 1, 2],
    ['甲', 1, 1, 1, 1],
    ['', 1, 2, 1, 1],
  ]);
});

test('spans beyond the table end with the table', async () => {
  const { tables } = await read('<table><tr><td rowspan="0">甲<td colspan="999999">乙<tr><td>丙</table>');
  expect(tables[0]?.cells.map((c) => [c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
    [0, 0, 2, 1],
    [0, 1, 1, 1000],
    [1, 1, 1, 1],
  ]);
});

test('a page in GB2312 is read by what it says of itself', async () => {
  const head = new TextEncoder().encode('<html><meta charset="gb2312"><p>');
  // B0 EC BC FE = 办件
  const { lines } = await readDocument(new Uint8Array([...head, 0xb0, 0xec, 0xbc, 0xfe]), { name: 'a.htm' });
  expect(lines[0]?.text).toBe('办件');
});

test('a raised reference mark is not part of the number; preformatted lines stay lines', async () => {
  expect(
    await linesOf('<p>97<sup><font><a href="#s3"><i>[3]</i></a></font></sup> 分</p><pre>一\n  二</pre>'),
  ).toEqual(['97 分', '一', '  二']);
});

test('pictures are noted, and nothing is fetched', async () => {
  expect((await read('<p>图</p><img src="http://127.0.0.1:1/x" alt="办理流程">')).unread).toEqual([
    '图片「办理流程」中的文字未读',
  ]);
});

test('elements nested 20,000 deep are read without recursion', async () => {
  expect(await linesOf(`<p>${'<b><i>'.repeat(10_000)}底`)).toEqual(['底']);
});

test('a table wider than any sheet keeps no places free beyond it', async () => {
  const row = `<tr>${'<td rowspan="3" colspan="1000">甲'.repeat(30)}<tr><td>乙`;
  const { tables } = await read(`<table>${row}</table>`);
  // 16 cells of 1000 columns lie wholly within 16,384; the first free place below is behind them.
  expect(tables[0]?.cells.at(-1)).toMatchObject({ text: '乙', row: 1, column: 16_000 });
});
