import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cell, headCell, numberCell, table, type Paper } from './paper.ts';
import { writePaper, type PaperFormat } from './write.ts';

const part = async (paper: Paper, format: PaperFormat, name: string): Promise<string> =>
  strFromU8(unzipSync(await writePaper(paper, format))[name]!);
const sources = [{ id: 'a', text: '财务记录' }];
const long = '长'.repeat(400);

test('a row of a Word table stays on one page, unless it holds 400 characters or more', async () => {
  const rows = [[headCell('头')], [cell('短')], [cell(long.slice(1))], [cell(long)]];
  const xml = await part(
    { title: '表', blocks: [table('表', { columns: [1] }, rows)] },
    'docx',
    'word/document.xml',
  );
  const kept = xml.match(/<w:tr>.*?<\/w:tr>/gs)?.map((row) => /<w:cantSplit\/>/.test(row));
  expect(kept).toEqual([true, true, true, false]);
});

test('in a workbook a figure leads to its source; a text that quotes figures is no link and wraps', async () => {
  const rows = [
    [headCell('收入'), numberCell({ text: '990.40', ref: 'a' })],
    [headCell('情况'), cell([{ text: long }, { text: '12件', ref: 'a' }, { text: '。' }])],
  ];
  const paper = { title: '表', sources, blocks: [table('表', { columns: [1, 3], headerRows: 0 }, rows)] };
  const sheet = await part(paper, 'xlsx', 'xl/worksheets/sheet2.xml');
  expect(sheet.match(/<hyperlink [^>]*>/g)).toEqual([`<hyperlink ref="B1" location="'数据来源'!A1"/>`]);
  // 402 characters of double width and two digits are 806 places; on 62 a line: 13 lines of 15 points, and 5.
  expect(sheet).toContain('<row r="2" ht="200"');
});
