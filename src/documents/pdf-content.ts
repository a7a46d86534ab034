import { splitAtRules } from './pdf-split.ts';
import { findGrids, type Box, type GridCell, type RuledGrid } from './pdf-grid.ts';
import { joinText, printedLines, withoutMarks, writtenLines, type WrittenLine } from './pdf-lines.ts';
import type { PageMarks, Piece } from './pdf-page.ts';

export interface PdfCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

export interface PdfTable {
  readonly kind: 'table';
  /** Where the vertical lines are: a table that goes on has the same. */
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly PdfCell[];
}

export type PdfElement = PdfTable | ({ readonly kind: 'line' } & WrittenLine);

/** What a page says, from top to bottom: ruled tables with their cells, and the lines outside them. */
export function contentOf({ pieces: all, across, down, width }: PageMarks): readonly PdfElement[] {
  const pieces = withoutMarks(all).flatMap((piece) => splitAtRules(piece, down));
  const outer = findGrids(across, down).filter(
    (grid, at, all) => !all.some((other, i) => i !== at && isInside(grid, other)),
  );
  const free: Piece[] = [];
  const inCell = new Map<GridCell, Piece[]>();
  for (const piece of pieces) {
    const grid = outer.find((each) => holds(each, piece));
    const cell = grid?.cells.find((each) => holds(each, piece));
    if (cell) inCell.set(cell, [...(inCell.get(cell) ?? []), piece]);
    else free.push(piece);
  }
  const elements = [
    ...freeLines(free, width).map((line) => ({
      base: line.base,
      element: { kind: 'line', ...line } as PdfElement,
    })),
    ...outer.map((grid) => ({ base: grid.top, element: tableOf(grid, inCell) as PdfElement })),
  ];
  return elements.sort((a, b) => a.base - b.base).map(({ element }) => element);
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left - 1 &&
  inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 &&
  inner.bottom <= outer.bottom + 1;

/** By the piece's middle, a third of its height above the line it stands on. */
function holds(box: Box, { left, right, base, size }: Piece): boolean {
  const x = Math.min((left + right) / 2, left + size);
  const y = base - size * 0.35;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function tableOf({ xs, ys, cells }: RuledGrid, inCell: ReadonlyMap<GridCell, readonly Piece[]>): PdfTable {
  return {
    kind: 'table',
    xs,
    rows: ys.length - 1,
    cells: cells.map((cell) => {
      const lines = printedLines(inCell.get(cell) ?? []);
      const left = Math.min(...lines.map((line) => line.left));
      // Twelve points: padding on both sides in any program we have seen.
      const room = { left: Math.max(left, cell.left), right: cell.right - 6 };
      const text = writtenLines(lines, room)
        .map((line) => line.text)
        .join('\n');
      const { row, column, rowSpan, columnSpan } = cell;
      return { row, column, rowSpan, columnSpan, text };
    }),
  };
}

const PAGE_NUMBER = /^(?:[-—–\s]*\d{1,4}[-—–\s]*|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?)$/;

function freeLines(pieces: readonly Piece[], width: number): readonly WrittenLine[] {
  const lines = printedLines(pieces);
  const last = lines.at(-1);
  const kept = last && PAGE_NUMBER.test(last.text) ? lines.slice(0, -1) : lines;
  const left = Math.min(...kept.map((line) => line.left));
  // On a page of short lines none reaches the margin; no margin is wider than a fifth of the page.
  const right = Math.max(width * 0.8, ...kept.map((line) => line.right));
  return writtenLines(kept, { left, right });
}

/**
 * What goes on over the page is put together: a table with the same columns (its repeated header left out), and a
 * sentence whose line fills the last page.
 */
export function joinPages(pages: readonly (readonly PdfElement[])[]): readonly PdfElement[] {
  const all: PdfElement[] = [];
  for (const [first, ...others] of pages) {
    const joined = first && all.length > 0 ? findJoined(all.at(-1)!, first) : undefined;
    if (joined) all[all.length - 1] = joined;
    else if (first) all.push(first);
    all.push(...others);
  }
  return all;
}

function findJoined(before: PdfElement, after: PdfElement): PdfElement | undefined {
  if (before.kind === 'table' && after.kind === 'table') {
    return hasSameColumns(before, after) ? joinTables(before, after) : undefined;
  }
  if (before.kind === 'table' || after.kind === 'table' || !before.isFull || !after.isFlush) return undefined;
  return { ...after, text: joinText(before.text, after.text) };
}

const hasSameColumns = (a: PdfTable, b: PdfTable): boolean =>
  a.xs.length === b.xs.length && a.xs.every((x, at) => Math.abs(x - b.xs[at]!) < 3);

function joinTables(before: PdfTable, after: PdfTable): PdfTable {
  const repeated = repeatedRows(before, after);
  const cells = after.cells
    .filter(({ row }) => row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated + before.rows }));
  return { ...before, rows: before.rows + after.rows - repeated, cells: [...before.cells, ...cells] };
}

/** How many rows at the top of `after` say again what the top of `before` says. */
function repeatedRows(before: PdfTable, after: PdfTable): number {
  const said = (table: PdfTable, row: number): string =>
    JSON.stringify(table.cells.filter((cell) => cell.row === row));
  let row = 0;
  while (row < Math.min(before.rows, after.rows) && said(before, row) === said(after, row)) row += 1;
  const isWholeTable = row === after.rows || row === before.rows;
  const isBlank = after.cells.filter((cell) => cell.row < row).every(({ text }) => text === '');
  return isWholeTable || isBlank ? 0 : row;
}
