import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { cell, headCell, numberCell, table, type Paper } from './paper.ts';
import { findGrids } from './pdf-grid.ts';
import { piecesOf, type Matrix, type Piece } from './pdf-page.ts';
import { rulesOf } from './pdf-rules.ts';
import { writePaper } from './write.ts';

interface Page {
  readonly pieces: readonly Piece[];
  readonly cells: ReturnType<typeof findGrids>[number]['cells'];
}

async function pagesOf(paper: Paper): Promise<readonly Page[]> {
  const data = Uint8Array.from(await writePaper(paper, 'pdf'));
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS, disableFontFace: true })
    .promise;
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const toPage = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
    const { across, down } = await rulesOf(page, toPage);
    const cells = findGrids(across, down).flatMap((grid) => grid.cells);
    pages.push({ pieces: await piecesOf(page, toPage), cells });
  }
  await document.loadingTask.destroy();
  return pages;
}

const isInside = ({ left, right, base, size }: Piece, cells: Page['cells']): boolean =>
  cells.some(
    (box) => left >= box.left && right <= box.right && base <= box.bottom && base - size * 0.7 >= box.top,
  );

const words = (count: number): string => '文字'.repeat(count);
/** Groups of rows that pages break, with a label longer than the rows beside it. */
const groups: Paper = {
  title: '表',
  sources: [{ id: 'a', text: '财务记录' }],
  blocks: [
    table('表', { columns: [2, 4, 1, 2], headerRows: 3 }, [
      [
        headCell('名称', { rowSpan: 3 }),
        headCell('其中', { columnSpan: 2 }),
        headCell('合计', { rowSpan: 3 }),
      ],
      [headCell('评分标准', { rowSpan: 2 }), headCell('分')],
      [headCell('值')],
      ...Array.from({ length: 12 }, (_, group) =>
        Array.from({ length: 5 }, (__, row) => [
          ...(row === 0 ? [cell(`第${group}组${words(group * 3)}`, { rowSpan: 5 })] : []),
          cell(words(2 + ((group * 7 + row * 11) % 40))),
          cell('1'),
          numberCell({ text: '1125.76', ref: 'a' }),
        ]),
      ).flat(),
    ]),
  ],
};

async function outsideOf(paper: Paper): Promise<readonly string[]> {
  const pages = (await pagesOf(paper)).filter(({ cells }) => cells.length > 0);
  expect(pages.length).toBeGreaterThan(2);
  return pages.flatMap(({ pieces, cells }) => {
    // The title, the caption and the page's number stand outside the table.
    const said = pieces.filter(({ text }) => !/^(表|— \d+ —)$/.test(text));
    return said.filter((piece) => !isInside(piece, cells)).map(({ text }) => text);
  });
}

test('every word of a table stands inside a cell, on every page, whatever spans are broken', async () => {
  expect(await outsideOf(groups)).toEqual([]);
});

test('a row that is higher than a page goes on over pages, inside its cells', async () => {
  const rows = [
    [headCell('名称'), headCell('情况')],
    [cell('甲', { rowSpan: 2 }), cell(words(1500))],
    [cell(words(900))],
    [cell('乙'), cell('完')],
  ];
  expect(await outsideOf({ title: '表', blocks: [table('表', { columns: [1, 3] }, rows)] })).toEqual([]);
});

test('a figure and its mark are on one line', async () => {
  const pieces = (await pagesOf(groups)).flatMap((page) => page.pieces).map(({ text }) => text);
  expect(pieces.filter((text) => text.includes('[1') && !text.includes('[1]'))).toEqual([]);
});
