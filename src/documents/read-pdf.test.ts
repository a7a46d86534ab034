import pdfmake from 'pdfmake';
import { expect, test } from 'vitest';
import { cell, headCell, numberCell, paragraph, table, type Paper } from './paper.ts';
import { readDocument } from './read.ts';
import { refusedWith } from './testing/refused.ts';
import { tablesOf } from './testing/tables.ts';
import { writePaper } from './write.ts';

const read = async (paper: Paper) => readDocument(await writePaper(paper, 'pdf'), { name: '报告.pdf' });
const LONG =
  '全区十六家单位设立行政审批股，明确首席代表，对进驻事项充分授权，共办理业务 433 件，受理企业报装业务 42 件，为企业减免报建规费 330 余万元，按期办结率达到百分之九十九点九五。';

test('lines that the page broke are put together again, in running text and in cells', async () => {
  const { lines, tables } = await read({
    title: '报告',
    blocks: [
      paragraph(LONG),
      paragraph('第二段。'),
      table('表', { columns: [1, 2] }, [
        [headCell('甲'), headCell('乙')],
        [cell(LONG), cell('一\n二')],
      ]),
    ],
  });
  expect(lines.slice(1, 3).map(({ text }) => text)).toEqual([LONG, '第二段。']);
  expect(tables[0]?.cells.slice(2).map(({ text }) => text)).toEqual([LONG, '一\n二']);
});

test('a sentence that goes on over the page is one line', async () => {
  const { lines } = await read({ title: '报告', blocks: Array.from({ length: 20 }, () => paragraph(LONG)) });
  expect(lines.map(({ text }) => text)).toEqual(['报告', ...Array.from({ length: 20 }, () => LONG)]);
});

test('a table over several pages is one table, its repeated header said once', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [cell(`事项${at + 1}`), numberCell(String(at * 3))]);
  const { tables, lines } = await read({
    title: '清单',
    blocks: [table('表', { columns: [3, 1] }, [[headCell('事项'), headCell('件数')], ...rows])],
  });
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({ rows: 121, columns: 2 });
  expect(tablesOf({ tables, lines, unread: [], format: 'pdf' })[0]?.slice(-2)).toEqual([
    '120,0 1×1 事项120',
    '120,1 1×1 357', // 119 × 3
  ]);
  // No page number has become a line: title, caption, 242 cells.
  expect(lines).toHaveLength(244);
});

test('a page that carries only its number says nothing', async () => {
  const { lines, unread } = await read({
    title: '封面',
    blocks: [{ kind: 'page-break' }, { kind: 'page-break' }, paragraph('末页')],
  });
  // Page 2 carries nothing but its page number.
  expect(lines.map(({ text }) => text)).toEqual(['封面', '末页']);
  expect(unread).toEqual([]);
});

test('scanned pages are said to be unread', async () => {
  const scan = await pdfmake
    .createPdf({ content: [{ canvas: [{ type: 'rect', x: 0, y: 0, w: 99, h: 99 }] }] })
    .getBuffer();
  const { lines, unread } = await readDocument(scan, { name: '扫描.pdf' });
  expect(lines).toEqual([]);
  expect(unread).toEqual(['第 1 页没有文字（可能是扫描图片），未读']);
});

test('a PDF with a password and a broken one are refused', async () => {
  await writePaper({ title: 't', blocks: [] }, 'pdf');
  const locked = await pdfmake
    .createPdf({ content: '密', userPassword: 'x', defaultStyle: { font: 'Sans' } })
    .getBuffer();
  expect(await refusedWith(readDocument(locked, { name: 'a.pdf' }))).toBe('documents.encrypted');
  const broken = new TextEncoder().encode('%PDF-1.7\nnothing behind it');
  expect(await refusedWith(readDocument(broken, { name: 'a.pdf' }))).toBe('documents.damaged');
});

test('a character the font lacks is printed as 〓 and listed', async () => {
  const { lines } = await read({ title: '名单', blocks: [paragraph('𠮷')] });
  expect(lines.map(({ text }) => text)).toEqual(['名单', '〓', '字库中没有下列字符，文中以〓代替：U+20BB7']);
});
