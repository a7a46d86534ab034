import type { Piece } from './pdf-page.ts';
import { isReferenceMark } from './reference-mark.ts';

/** A line as it is printed. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** The pieces without raised reference marks; the piece before a mark takes its room, so no blank remains. */
export function withoutMarks(pieces: readonly Piece[]): readonly Piece[] {
  const marks = pieces.filter(({ text }) => isReferenceMark(text));
  if (marks.length === 0) return pieces;
  const widened = new Map<Piece, number>();
  const raised = new Set<Piece>();
  for (const mark of marks) {
    const before = pieces.find((piece) => isRaisedBehind(mark, piece));
    if (!before) continue;
    raised.add(mark);
    widened.set(before, mark.right);
  }
  return pieces
    .filter((piece) => !raised.has(piece))
    .map((piece) => ({ ...piece, right: widened.get(piece) ?? piece.right }));
}

const isRaisedBehind = (mark: Piece, piece: Piece): boolean =>
  mark.size < piece.size * 0.8 &&
  Math.abs(mark.left - piece.right) < piece.size * 0.4 &&
  mark.base <= piece.base + 1 &&
  mark.base > piece.base - piece.size;

/** Pieces in lines from top to bottom, each from left to right. */
export function printedLines(pieces: readonly Piece[]): readonly PrintedLine[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.base - b.base || a.left - b.left)) {
    const row = rows.at(-1);
    const tolerance = Math.max(2, Math.min(piece.size, row?.[0]?.size ?? piece.size) * 0.4);
    if (row && piece.base - row.at(-1)!.base <= tolerance) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).filter(({ text }) => text !== '');
}

function lineOf(row: readonly Piece[]): PrintedLine {
  const size = Math.max(...row.map((piece) => piece.size));
  const inOrder = row.toSorted((a, b) => a.left - b.left);
  const left = inOrder[0]?.left ?? 0;
  let text = '';
  let right = left;
  for (const piece of inOrder) {
    if (text !== '') text += blankFor((piece.left - right) / size);
    text += piece.text;
    right = Math.max(right, piece.right);
  }
  return { text: text.trim(), left, right, base: Math.max(...row.map((piece) => piece.base)), size };
}

/** A blank is a fifth of the type's size or more; a column's gap is two characters. */
function blankFor(gap: number): string {
  if (gap > 2) return '\t';
  return gap > 0.15 ? ' ' : '';
}

export interface WrittenLine {
  readonly text: string;
  readonly base: number;
  /** Begins where a line begins that goes on from another. */
  readonly isFlush: boolean;
  /** Fills the room to its end, so that it may go on. */
  readonly isFull: boolean;
}

const LATIN = /[A-Za-z0-9,.;:)]$/;

/** Two lines of one sentence: Chinese needs nothing between them, Latin words a blank. */
export const joinText = (before: string, after: string): string =>
  before + (LATIN.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '') + after;

/**
 * Lines as they were written: a line that fills the room goes on in the next one. `right` is where the room ends, `left`
 * where a line that goes on begins.
 */
export function writtenLines(
  lines: readonly PrintedLine[],
  { left, right }: { readonly left: number; readonly right: number },
): readonly WrittenLine[] {
  const written: { text: string; base: number; isFlush: boolean; isFull: boolean }[] = [];
  let before: PrintedLine | undefined;
  for (const line of lines) {
    const last = written.at(-1);
    const isFlush = line.left < left + line.size * 0.9 && !line.text.includes('\t');
    const isFull = line.right > right - line.size * 1.6 && !line.text.includes('\t');
    const isNear =
      before !== undefined &&
      Math.abs(line.size - before.size) < 0.6 &&
      line.base - before.base < before.size * 2.6;
    if (last && last.isFull && isFlush && isNear) {
      last.text = joinText(last.text, line.text);
      last.isFull = isFull;
    } else written.push({ text: line.text, base: line.base, isFlush, isFull });
    before = line;
  }
  return written;
}
