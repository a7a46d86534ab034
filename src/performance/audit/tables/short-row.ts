import { compare, fraction } from '#lib/fraction.ts';
import { cellFigure } from '../text/figure.ts';
import { fold } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { RawCell, RawRow } from './raw.ts';

// Wider than any form; a hostile grid of 1000 × 65000 must not be laid out whole.
export const WIDEST = 120;

/** What the full rows and the header say of the columns of a dump. */
export interface Frame {
  readonly width: number;
  readonly numeric: readonly boolean[];
  /** Columns of parts in a hundred; empty where the header does not say. */
  readonly rates: readonly boolean[];
}
type Cells = readonly (RawCell | undefined)[];

export const isNumber = (cell: RawCell | undefined): boolean =>
  cell !== undefined && cellFigure(fold(cell.text), bare) !== undefined;

/**
 * A short row lost cells: merged ones at its left, or empty ones at its right. A long one has more words before its figures
 * than others: the label of a group. The side that fits the columns wins; a row that prints the empty cell beside its label
 * lost none on its left. Where the figures would make a rate above a hundred, where they stand is not known, and none is kept.
 */
export function fitted(row: RawRow, frame: Frame): Cells {
  const { width } = frame;
  if (row.length > width) {
    const extra = row.slice(0, row.length - width);
    const right = row.slice(row.length - width, WIDEST);
    // Pairs of label and value are longer too; they keep their cells and have no column.
    const isGroup = !extra.some(isNumber) && score(right, frame) > score(row, frame);
    return isGroup ? right : row.slice(0, WIDEST);
  }
  if (row.length === width) return row;
  const blanks: undefined[] = Array.from({ length: width - row.length }, () => undefined);
  const left = [...row, ...blanks];
  const right = [...blanks, ...row];
  const laid = !printsEmpty(row) && score(right, frame) > score(left, frame) ? right : left;
  const impossible = laid.some((cell, at) => frame.rates[at] === true && isAboveHundred(cell));
  return impossible ? laid.map((cell) => (isNumber(cell) ? undefined : cell)) : laid;
}

const score = (cells: Cells, { width, numeric }: Frame): number =>
  cells
    .slice(0, width)
    .reduce(
      (sum, cell, at) =>
        sum + (cell === undefined || cell.text === '' ? 0 : isNumber(cell) === numeric[at] ? 1 : -1),
      0,
    );

/** 合计, nothing, 1094, 1075: the label was not merged over the cell beside it. */
const printsEmpty = ([label, beside]: RawRow): boolean =>
  label !== undefined && label.text !== '' && beside?.text === '';

const HUNDRED = fraction(100);
function isAboveHundred(cell: RawCell | undefined): boolean {
  const figure = cell && cellFigure(fold(cell.text), bare);
  return figure !== undefined && compare(figure.value, HUNDRED) > 0;
}
