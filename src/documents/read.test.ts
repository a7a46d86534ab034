import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal, refusalText } from '#lib/refusal.ts';
import { readDocument } from './read.ts';
import { docxOf, paragraph, xlsxOf } from './testing/office.ts';
import { samplePaper } from './testing/sample-paper.ts';
import { writePaper } from './write.ts';

/** Reads it, or is refused in a sentence; anything else that is thrown fails the test. */
async function readOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    const { lines, tables } = await readDocument(bytes, { name: 'x' });
    for (const { from, to, cells } of tables) {
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(lines.length);
      for (const { line } of cells) expect(line >= from && line <= to).toBe(true);
    }
  } catch (fault) {
    expect(fault).toBeInstanceOf(Refusal);
    refusalText(fault as Refusal);
  }
}

const bytes = fc.uint8Array({ maxLength: 400 });
const starts = [
  '',
  '%PDF-1.7\n',
  'PK\u0003\u0004',
  '<html><table>',
  '\u00ff\u00fe',
  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
];

test('any bytes are read or refused, nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), bytes, (start, rest) =>
      readOrRefuse(new Uint8Array([...Buffer.from(start, 'latin1'), ...rest])),
    ),
    { numRuns: 300 },
  );
});

test.each(['docx', 'xlsx', 'html', 'pdf'] as const)(
  'a %s with flipped bytes is read or refused',
  async (format) => {
    const whole = await writePaper(samplePaper, format);
    const flip = fc.record({
      at: fc.integer({ min: 0, max: whole.length - 1 }),
      to: fc.integer({ min: 0, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 8 }), (flips) => {
        const broken = Uint8Array.from(whole);
        for (const { at, to } of flips) broken[at] = to;
        return readOrRefuse(broken);
      }),
      { numRuns: format === 'pdf' ? 25 : 60 },
    );
  },
);

test.each([
  'w:p',
  'w:tbl',
  'w:tr',
  'w:tc',
  'w:r',
  'w:t',
  'w:del',
  'w:pPr',
  'w:br',
  'w:vMerge',
  'w:gridSpan',
  'w:txbxContent',
])('elements of Word in any order around %s are read or refused', async (name) => {
  const xml = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        '文',
        `<${name}/>`,
        '<w:tc/>',
        '<w:vMerge w:val="restart"/>',
        '<w:gridSpan w:val="-3"/>',
      ),
      fc
        .tuple(
          fc.constantFrom(name, 'w:p', 'w:tbl', 'w:tr', 'w:tc', 'w:r'),
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag}>`),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(xml, (body) => readOrRefuse(docxOf(paragraph('始') + body))),
    { numRuns: 40 },
  );
});

test('workbooks with cells and merged areas anywhere are read or refused', async () => {
  const place = fc.constantFrom('A1', 'C3', 'B2', 'ZZZ9999999', 'a1', '', 'XFD1048576');
  const cells = fc
    .array(
      fc.tuple(
        place,
        fc.constantFrom('s', 'n', 'b', 'str', 'inlineStr', 'x'),
        fc.constantFrom('1', '-1', '1e400', '文', ''),
      ),
    )
    .map((all) =>
      all.map(([at, type, value]) => `<c r="${at}" t="${type}" s="7"><v>${value}</v></c>`).join(''),
    );
  await fc.assert(
    fc.asyncProperty(cells, place, place, (row, from, to) =>
      readOrRefuse(
        xlsxOf({
          s: `<sheetData><row r="2">${row}</row></sheetData><mergeCells><mergeCell ref="${from}:${to}"/></mergeCells>`,
        }),
      ),
    ),
    { numRuns: 100 },
  );
});
