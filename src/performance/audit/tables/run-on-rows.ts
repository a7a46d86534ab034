import { cellFigure } from '../text/figure.ts';
import { fold } from '../text/fold.ts';
import { bare } from '../text/units.ts';
import type { RawCell } from './raw.ts';

const LONG = 12;

/**
 * A dump that parts its rows with an empty cell instead of an empty line runs them all into one. They are told apart
 * where pieces of one length with numbers follow each other; a single empty cell inside a row parts nothing, nor does a
 * dash. `parts`: was this cell printed as nothing at all?
 */
export function runOnRows(
  row: readonly RawCell[],
  parts: (cell: RawCell) => boolean,
): readonly (readonly RawCell[])[] {
  const pieces = row.length > LONG ? piecesOf(row, parts) : [];
  const isRow = (piece: readonly RawCell[] | undefined, width: number): boolean =>
    piece?.length === width && piece.slice(1).some(isNumber);
  const repeated = pieces.filter(
    (piece, at) =>
      piece.length >= 3 &&
      isRow(piece, piece.length) &&
      (isRow(pieces[at + 1], piece.length) || isRow(pieces[at - 1], piece.length)),
  );
  if (repeated.length < 2) return [row];
  const [first] = repeated as [readonly RawCell[]];
  const header = pieces[pieces.indexOf(first) - 1];
  return pieces.map((piece) =>
    piece === header && isHeaderOf(piece, first) ? [emptyLike(piece), ...piece] : piece,
  );
}

function piecesOf(
  row: readonly RawCell[],
  parts: (cell: RawCell) => boolean,
): readonly (readonly RawCell[])[] {
  const pieces: RawCell[][] = [[]];
  for (const cell of row) {
    if (parts(cell)) pieces.push([]);
    else pieces.at(-1)?.push(cell);
  }
  return pieces.filter((piece) => piece.length > 0);
}

const isNumber = (cell: RawCell): boolean => cellFigure(fold(cell.text), bare) !== undefined;

/** The names of all columns but the first, whose corner is the cell that was taken for a mark. */
const isHeaderOf = (piece: readonly RawCell[], first: readonly RawCell[]): boolean =>
  piece.length === first.length - 1 && !piece.some(isNumber);

const emptyLike = ([cell]: readonly RawCell[]): RawCell => ({ ...(cell as RawCell), text: '' });
