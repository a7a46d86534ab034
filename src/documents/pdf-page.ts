import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page; points, from the upper left corner of the page as it is shown. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly base: number;
  readonly size: number;
}

/** A drawn line, horizontal or vertical: at `at`, from `from` to `to`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageMarks {
  readonly pieces: readonly Piece[];
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  readonly width: number;
}

export type Matrix = readonly [number, number, number, number, number, number];

/** First `b`, then `a`. */
export const combine = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

/** The texts of a page with their places. Blanks between them are left out: the places tell. */
export async function piecesOf(page: PDFPageProxy, toPage: Matrix): Promise<readonly Piece[]> {
  const { items } = await page.getTextContent();
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, c, d, left, base] = combine(toPage, item.transform as unknown as Matrix);
    // Text that stands on its side has no line that we could read it in.
    if (Math.abs(b) > Math.abs(a)) continue;
    const scale =
      Math.hypot(a, b) / (Math.hypot(item.transform[0] as number, item.transform[1] as number) || 1);
    const size = Math.hypot(c, d);
    pieces.push({ text: item.str, left, right: left + item.width * scale, base, size });
  }
  return pieces;
}
