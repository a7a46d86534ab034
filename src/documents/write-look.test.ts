import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cell, headCell, numberCell, paragraph, table, type Paper } from './paper.ts';
import { readDocument } from './read.ts';
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

const ADDRESS = 'https://example.org/desk/list?year=2020&by=unit';
const linked: Paper = {
  title: '表',
  banner: '模拟数据',
  blocks: [
    paragraph([{ text: '受理' }, { text: '1019', link: ADDRESS }, { text: '件' }]),
    table('表', { columns: [1, 1, 1], headerRows: 1 }, [
      [headCell('单位'), headCell('受理'), headCell('按期办结率')],
      [
        cell('甲'),
        numberCell({ text: '12', link: ADDRESS }),
        cell({ text: '99.95%\n(11297/11303)', link: `${ADDRESS}&key=甲` }),
      ],
    ]),
    { kind: 'turn', orientation: 'landscape' },
    paragraph('完'),
  ],
};

test('a figure leads to its list in Word', async () => {
  const relations = await part(linked, 'docx', 'word/_rels/document.xml.rels');
  const targets = [...relations.matchAll(/Target="(https[^"]*)" TargetMode="External"/g)].map(([, to]) => to);
  expect(targets).toEqual([
    ADDRESS.replace('&', '&amp;'),
    ADDRESS.replace('&', '&amp;'),
    `${ADDRESS}&key=甲`.replaceAll('&', '&amp;'),
  ]);
  const xml = await part(linked, 'docx', 'word/document.xml');
  expect(xml.match(/<w:hyperlink [^>]*r:id=/g)).toHaveLength(3);
});

test('a figure leads to its list in a workbook, numbers and rates, each address once', async () => {
  const sheet = await part(linked, 'xlsx', 'xl/worksheets/sheet2.xml');
  // Below the banner and the head; the number stays a number.
  expect(sheet.match(/<hyperlink [^>]*>/g)).toEqual([
    '<hyperlink ref="B3" r:id="a0"/>',
    '<hyperlink ref="C3" r:id="a1"/>',
  ]);
  expect(sheet).toMatch(/<c r="B3" s="\d+"><v>12<\/v><\/c>/);
  const relations = await part(linked, 'xlsx', 'xl/worksheets/_rels/sheet2.xml.rels');
  expect(relations.match(/TargetMode="External"/g)).toHaveLength(2);
});

test('a figure leads to its list in html and pdf', async () => {
  const html = new TextDecoder().decode(await writePaper(linked, 'html'));
  expect(html).toContain(`<a class="to" href="${ADDRESS.replace('&', '&amp;')}" rel="noreferrer">1019</a>件`);
  const pdf = Buffer.from(await writePaper(linked, 'pdf')).toString('latin1');
  expect(pdf).toContain('/URI (https://example.org/desk/list?year=2020&by=unit)');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', '/desk/list', 'https://a b', 'http://a"b'])(
  'what is no web address is never written as a link: %s',
  async (link) => {
    const paper: Paper = { title: '表', blocks: [paragraph({ text: '1', link })] };
    for (const format of ['docx', 'html', 'pdf'] as const)
      await expect(writePaper(paper, format)).rejects.toThrow('no web address');
  },
);

test('the banner stands on every page and every sheet', async () => {
  const sections = await part(linked, 'docx', 'word/document.xml');
  expect(sections.match(/<w:sectPr/g)).toHaveLength(2);
  expect(sections.match(/<w:headerReference/g)).toHaveLength(4); // both sections, right and left pages
  expect(await part(linked, 'docx', 'word/header1.xml')).toContain('模拟数据');
  for (const sheet of ['sheet1', 'sheet2']) {
    const xml = await part(linked, 'xlsx', `xl/worksheets/${sheet}.xml`);
    expect(xml).toMatch(/<row r="1"[^>]*><c r="A1"[^>]*><is><t [^>]*>模拟数据/);
  }
  expect(await part(linked, 'xlsx', 'xl/workbook.xml')).toContain("'!$1:$2</definedName>");
  const { lines } = await readDocument(await writePaper(linked, 'pdf'), { name: '表.pdf' });
  expect(lines.filter(({ text }) => text.includes('模拟数据'))).toHaveLength(2);
  const html = new TextDecoder().decode(await writePaper(linked, 'html'));
  expect(html).toContain('@top-right { content: "\\6a21 \\62df \\6570 \\636e ";');
});
