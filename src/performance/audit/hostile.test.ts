import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditDocument } from './audit-document.ts';
import { auditTogether } from './audit-together.ts';
import { describeFinding } from './describe.ts';
import { specimens } from './fixtures/index.ts';
import { asGrid, asOnePerLine, asTabCells } from './fixtures/layouts.ts';
import { fromText } from './testing/extract.ts';

const word = fc.constantFrom(
  '其中',
  '共',
  '合计',
  '占',
  '增长',
  '同比',
  '下降',
  '满意率',
  '办结率',
  '一级指标',
  '分值',
  '自评得分',
  '评分标准',
  '总分',
  '（',
  '）',
  '：',
  '、',
  '，',
  '。',
  '；',
  '\t',
  '\n',
  '|',
  '  ',
  '12',
  '3.5',
  '100%',
  '1,234.56',
  '万元',
  '件',
  '个',
  '年',
  '月',
  '日',
  '三个',
  '①',
  '一是',
  '每超过1%扣0.5分',
  '-',
  '2020',
  '〔2015〕',
  '∞',
  '𝟙',
  '\u0000',
  '\ud800',
  '１２３',
  '等',
);
const noise = fc
  .array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 120 })
  .map((words) => words.join(''));

describe('whatever the text', () => {
  test('an audit comes out, every number a decimal and every line one of the document', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const extracted = fromText(text);
        for (const each of auditDocument(extracted).findings) {
          expect(each.difference).toMatch(/^(?:-?\d+(?:\.\d+)?)?$/);
          for (const { line } of each.where) expect(line >= 1 && line <= extracted.lines.length).toBe(true);
          expect(describeFinding(each).length).toBeGreaterThan(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a report with any stretch cut out or doubled is still read', () => {
    const texts = specimens.flatMap(({ spec }) => [asTabCells(spec), asOnePerLine(spec)]);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(200), noise, (extracted, at, length, extra) => {
        const text = extracted.lines.map((line) => line.text).join('\n');
        const from = at % text.length;
        const audit = auditDocument(fromText(text.slice(0, from) + extra + text.slice(from + length)));
        expect(Array.isArray(audit.findings)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('a grid with cells that overlap or lie outside is still read', () => {
    const cell = fc.record({
      text: word,
      row: fc.nat(6),
      column: fc.nat(6),
      rowSpan: fc.integer({ min: 1, max: 9 }),
      columnSpan: fc.integer({ min: 1, max: 9 }),
      line: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), (cells) => {
        const table = { cells, rows: 7, columns: 7, from: 1, to: 5, name: '' };
        const extracted = { ...fromText('一\n二\n三\n四\n五'), format: 'html' as const, tables: [table] };
        expect(auditDocument(extracted).findings).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['one endless number', '1'.repeat(100_000)],
    ['brackets that never close', '（5个'.repeat(30_000)],
    ['a list that never ends', `${'甲、'.repeat(40_000)}等3个单位`],
    ['a sheet of headers', '一级指标\n'.repeat(20_000)],
    ['tabs', '\t\n'.repeat(60_000)],
    ['pipes', '|'.repeat(100_000)],
  ])('%s ends', (_, text) => {
    expect(auditDocument(fromText(text)).document).toBeDefined();
  });
});

describe('a document longer than any report', () => {
  test('says from which line it was not looked at', () => {
    const { findings } = auditDocument(fromText('全年办理10件。\n'.repeat(100_001)));
    // 100,000 lines are read; the next one is named.
    expect(findings.at(-1)).toMatchObject({ kind: 'form', verdict: 'doubtful', where: [{ line: 100_001 }] });
  });

  test('is read as far as twenty times a report goes, and the rest is named', () => {
    // Lines of 600 characters: 2,000 of them are 1,200,000 characters; the 2,001st is one too many, and shortened to nothing.
    const { findings } = auditDocument(fromText(`${'全'.repeat(600)}\n`.repeat(2100)));
    expect(findings.at(-1)).toMatchObject({ kind: 'form', verdict: 'doubtful', where: [{ line: 2002 }] });
  });

  test('with a cell at the end of the sheet has its rows, not a million', () => {
    const cell = (row: number, column: number, text: string, line: number) => ({
      row,
      column,
      text,
      line,
      rowSpan: 1,
      columnSpan: 1,
    });
    const cells = [
      ...['单位', '合计', '咨询', '求助'].map((text, column) => cell(0, column, text, column + 1)),
      ...['城东', '31', '10', '20'].map((text, column) => cell(1, column, text, column + 5)),
      ...['城西', '32', '12', '20'].map((text, column) => cell(2, column, text, column + 9)),
      ...['城南', '50', '20', '30'].map((text, column) => cell(3, column, text, column + 13)),
      cell(1_048_575, 0, '注', 17),
    ];
    const lines = cells.map(({ text, line }) => ({ number: line, text }));
    const tables = [{ cells, rows: 1_048_576, columns: 4, from: 1, to: 17, name: '办件' }];
    const wrong = auditDocument({ format: 'xlsx', lines, tables, unread: [] }).findings.filter(
      ({ verdict }) => verdict === 'contradiction',
    );
    // 10 + 20 = 30, not 31; the others hold.
    expect(wrong.map(({ a, b }) => [a, b])).toEqual([['31', '30']]);
  });

  test('with ten thousand rows has every wrong sum found', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      `第${at}村`,
      String(at + 30),
      String(at + 10),
      '12',
      '8',
    ]);
    // The row 第7000村 says 7031 where 7010 + 12 + 8 = 7030.
    rows[7000]![1] = '7031';
    const spec = [{ title: '各村受理情况', rows: [['村', '合计', '咨询', '求助', '投诉'], ...rows] }];
    const wrong = auditDocument(asGrid(spec)).findings.filter(({ verdict }) => verdict === 'contradiction');
    expect(wrong.map(({ a, b }) => [a, b])).toEqual([['7031', '7030']]);
  });
});

test('files on other units or years are not compared', () => {
  const [first, second] = specimens;
  expect(auditTogether([asGrid(first!.spec), asGrid(second!.spec)])).toEqual([]);
});
