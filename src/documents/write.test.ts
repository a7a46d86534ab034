import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell, headCell, numberCell, paragraph, table, type Paper, type PaperTable } from './paper.ts';
import { printable } from './printable.ts';
import { readDocument } from './read.ts';
import { HOSTILE, samplePaper, sampleTables } from './testing/sample-paper.ts';
import { tablesOf } from './testing/tables.ts';
import { writePaper, type PaperFormat } from './write.ts';

/** The formats that keep every cell, and how many sheets of words a workbook adds before and after the tables. */
const FORMATS = ['docx', 'html', 'xlsx'] as const;
const roundTrip = async (paper: Paper, format: PaperFormat) =>
  readDocument(await writePaper(paper, format), { name: `报告.${format}` });
const paperTables = async (paper: Paper, format: PaperFormat): Promise<readonly (readonly string[])[]> => {
  const tables = tablesOf(await roundTrip(paper, format));
  if (format !== 'xlsx') return tables;
  const sheets = tables.slice(1, paper.sources ? -1 : undefined);
  return paper.banner ? sheets.map((cells) => belowBanner(cells, paper.banner!)) : sheets;
};
/** A sheet's cells without the banner in its first row. */
function belowBanner([top, ...cells]: readonly string[], banner: string): readonly string[] {
  expect(top).toMatch(new RegExp(`^0,0 1×\\d+ ${banner}$`));
  return cells.map((each) => each.replace(/^\d+/, (row) => String(Number(row) - 1)));
}

test.each([...FORMATS, 'pdf'] as const)('%s says the same in every cell of every table', async (format) => {
  // A workbook's reader leaves out columns that are blank to the end; the sample has none.
  expect(await paperTables(samplePaper, format)).toEqual(sampleTables);
});

test.each([...FORMATS, 'pdf'] as const)('%s says the words between the tables', async (format) => {
  const { lines } = await roundTrip(samplePaper, format);
  const text = lines.map((line) => line.text).join('');
  expect(text).toContain('一、部门基本情况');
  expect(text).toContain('全年受理办件 11,303 件，按期办结率 99.95%');
  expect(text).toContain('注：空格表示没有填写，不等于零。');
  expect(text).toContain('[2] 决算收入 990.40 万元：财务记录 12 条');
});

test('html shows hostile texts and lets none of them act', async () => {
  const html = new TextDecoder().decode(await writePaper(samplePaper, 'html'));
  expect(html).not.toContain('<script');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});

const grid = (rows: PaperTable['rows'], columns: number): Paper => ({
  title: '表',
  blocks: [table('表', { columns: Array.from({ length: columns }, () => 1), headerRows: 1 }, rows)],
});

/** What a reader gives back of a cell: control characters gone, blanks at the ends cut. */
const kept = (text: string): string =>
  printable(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test.each(['docx', 'xlsx'] as const)('%s keeps any text, character by character', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 6 }), async (texts) => {
      const rows = [[headCell('文字'), headCell('完')], ...texts.map((text) => [cell(text), cell('。')])];
      const tables = await paperTables(grid(rows, 2), format);
      const words = tables[0]?.filter((each) => /^\d+,0 /.test(each)).slice(1);
      expect(words?.map((each) => kept(each.slice(each.indexOf('×1 ') + 3)))).toEqual(texts.map(kept));
    }),
    { numRuns: 40 },
  );
});

test.each(FORMATS)('%s keeps merged cells in any arrangement of rows', async (format) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 }),
      async (spans) => {
        // Each group: a cell spanning its rows, and beside it one cell per row.
        const rows = spans.flatMap((span, group) =>
          Array.from({ length: span }, (_, at) => [
            ...(at === 0 ? [cell(`组${group}`, { rowSpan: span })] : []),
            numberCell(`${group}.${at + 1}`),
          ]),
        );
        let row = 0;
        const expected = spans.flatMap((span, group) => {
          const first = row;
          row += span;
          return Array.from({ length: span }, (_, at) => [
            ...(at === 0 ? [`${first},0 ${span}×1 组${group}`] : []),
            `${first + at},1 1×1 ${group}.${at + 1}`,
          ]).flat();
        });
        expect(await paperTables(grid(rows, 2), format)).toEqual([expected]);
      },
    ),
    { numRuns: 20 },
  );
});

test('a table that does not fill its grid is a bug, and so is a source that is not listed', async () => {
  await expect(writePaper(grid([[cell('a')]], 2), 'html')).rejects.toThrow('does not fit 2 columns');
  await expect(writePaper(grid([[cell('a', { rowSpan: 2 })]], 1), 'docx')).rejects.toThrow('row 1');
  const paper = { title: 't', blocks: [paragraph({ text: '97', ref: 'nowhere' })] };
  await expect(writePaper(paper, 'html')).rejects.toThrow('nowhere');
});

test('the same paper gives the same workbook, byte for byte', async () => {
  expect(await writePaper(samplePaper, 'xlsx')).toEqual(await writePaper(samplePaper, 'xlsx'));
});

test('json is the paper itself', async () => {
  const json = JSON.parse(new TextDecoder().decode(await writePaper(samplePaper, 'json'))) as Paper;
  expect(json).toEqual(samplePaper);
});
