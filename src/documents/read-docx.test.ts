import { expect, test } from 'vitest';
import type { Extracted } from './extracted.ts';
import { readDocument } from './read.ts';
import { cell, docxOf, paragraph, row, table } from './testing/office.ts';
import { refusedWith } from './testing/refused.ts';

const read = (body: string, more?: Readonly<Record<string, string>>): Promise<Extracted> =>
  readDocument(docxOf(body, more), { name: '报告.docx' });
const linesOf = async (body: string): Promise<readonly string[]> =>
  (await read(body)).lines.map(({ text }) => text);
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;

test('paragraphs and tables come in document order, cells as lines with their places', async () => {
  const { lines, tables, format } = await read(
    paragraph('一、概况') +
      table(row(cell('编制'), cell('18')), row(cell('实有'), cell(''))) +
      paragraph('完'),
  );
  expect(format).toBe('docx');
  expect(lines.map(({ number, text }) => `${number} ${text}`)).toEqual([
    '1 一、概况',
    '2 编制',
    '3 18',
    '4 实有',
    '5 ',
    '6 完',
  ]);
  expect(tables).toEqual([
    {
      name: '',
      from: 2,
      to: 5,
      rows: 2,
      columns: 2,
      cells: [
        { text: '编制', row: 0, column: 0, rowSpan: 1, columnSpan: 1, line: 2 },
        { text: '18', row: 0, column: 1, rowSpan: 1, columnSpan: 1, line: 3 },
        { text: '实有', row: 1, column: 0, rowSpan: 1, columnSpan: 1, line: 4 },
        { text: '', row: 1, column: 1, rowSpan: 1, columnSpan: 1, line: 5 },
      ],
    },
  ]);
});

test('merged cells keep their place in the grid', async () => {
  // 投入 spans two rows; the first row's second cell spans two columns; the last row leaves one column free.
  const { tables } = await read(
    table(
      row(cell('投入', '<w:vMerge w:val="restart"/>'), cell('目标', '<w:gridSpan w:val="2"/>')),
      row(cell('unseen', '<w:vMerge/>'), cell('甲'), cell('乙')),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr>`,
    ),
  );
  expect(tables[0]?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
    ['投入', 0, 0, 2, 1],
    ['目标', 0, 1, 1, 2],
    ['甲', 1, 1, 1, 1],
    ['乙', 1, 2, 1, 1],
    ['丙', 2, 1, 1, 1],
  ]);
  expect(tables[0]).toMatchObject({ rows: 3, columns: 3 });
});

test('a table inside a cell is a table of its own', async () => {
  const inner = table(row(cell('内')));
  const { tables, lines } = await read(
    table(row(`<w:tc><w:tcPr/>${paragraph('外')}${inner}${paragraph('尾')}</w:tc>`)),
  );
  expect(lines.map(({ text }) => text)).toEqual(['外', '内', '尾']);
  expect(tables.map((t) => [t.from, t.to, t.cells.map((c) => c.text)])).toEqual([
    [1, 3, ['外\n尾']],
    [2, 2, ['内']],
  ]);
});

test('several paragraphs and line breaks of a cell are lines of one cell', async () => {
  const { tables } = await read(
    table(row(`<w:tc>${paragraph('甲')}<w:p><w:r><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p></w:tc>`)),
  );
  expect(tables[0]?.cells[0]?.text).toBe('甲\n乙\n丙');
});

test('what the printed page does not show is not read', async () => {
  expect(
    await linesOf(
      `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run('收入')}<w:del>${run('旧')}</w:del><w:ins>${run('990.4')}</w:ins>` +
        `<w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom>${run('移')}</w:moveFrom></w:p>`,
    ),
  ).toEqual(['收入990.4']);
  const { lines, unread } = await read(
    `<w:p>${run('97')}${run('隐', '<w:vanish/>')}${run('显', '<w:vanish w:val="0"/>')}</w:p>`,
  );
  expect(lines[0]?.text).toBe('97显');
  expect(unread).toEqual(['有隐藏文字，未读']);
});

test('a raised reference mark is no digit of the number before it; a raised 2 is', async () => {
  const raised = '<w:vertAlign w:val="superscript"/>';
  expect(
    await linesOf(`<w:p>${run('97')}${run('[3]', raised)}${run(' 分，150 m')}${run('2', raised)}</w:p>`),
  ).toEqual(['97 分，150 m2']);
});

test('text boxes are read once, before the paragraph they hang on', async () => {
  const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
  expect(
    await linesOf(
      `<w:p>${run('前')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('后')}</w:p>`,
    ),
  ).toEqual(['框内', '前后']);
});

test('footnotes follow the body; their rule does not', async () => {
  const { lines } = await read(paragraph('正文'), {
    'word/_rels/document.xml.rels':
      '<Relationships><Relationship Id="a" Type="x/footnotes" Target="footnotes.xml"/></Relationships>',
    'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator">${paragraph('—')}</w:footnote><w:footnote>${paragraph('注')}</w:footnote></w:footnotes>`,
  });
  expect(lines.map(({ text }) => text)).toEqual(['正文', '注']);
});

test('tabs, symbols and entities are characters; pictures are noted', async () => {
  const { lines, unread } = await read(
    '<w:p><w:r><w:t>甲</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>A&amp;B &#x4E59;&lt;</w:t></w:r></w:p><w:p><a:blip/></w:p>',
  );
  expect(lines[0]?.text).toBe('甲\t☑A&B 乙<');
  expect(unread).toEqual(['有 1 张图片，图中文字未读']);
});

test('element names that every object knows are only names', async () => {
  expect(await linesOf(`<constructor/><__proto__/>${paragraph('好')}`)).toEqual(['好']);
});

test.each([
  [
    'a document type',
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
    'documents.doctype',
  ],
  ['unpaired tags', '<w:document><w:p></w:document>', 'documents.damaged'],
  ['an open end', '<w:document><w:p>', 'documents.damaged'],
  ['no body at all', 'plain words', 'documents.damaged'],
  ['5,000 nested elements', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'documents.damaged'],
])('%s in the XML is refused', async (_, xml, code) => {
  expect(await refusedWith(read('', { 'word/document.xml': xml }))).toBe(code);
});

test('a table of 10,000 rows is read whole', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => row(cell(`事项${at}`), cell(String(at))));
  const { tables } = await read(table(...rows));
  expect(tables[0]).toMatchObject({ rows: 10_000, columns: 2 });
  expect(tables[0]?.cells.at(-1)).toMatchObject({ text: '9999', row: 9999, column: 1, line: 20_000 });
});
