import { encode } from 'uqr';

/** Light modules around the pattern that scanners need (GB/T 18284: four). */
const QUIET = 4;
/** Modules of the pattern row by row, true is dark, with the quiet zone. Errors up to 15 % are put right by the reader. */
const modulesOf = (text: string): readonly (readonly boolean[])[] =>
  encode(text, { ecc: 'M', border: QUIET }).data;

/** The pattern as one path, a unit square for each dark module; dark rows are drawn in one go. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      [
        ...row
          .map((isDark) => (isDark ? '1' : '0'))
          .join('')
          .matchAll(/1+/g),
      ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join('');
}

/** A QR code as SVG without a size of its own: whoever shows it says how large. */
export function qrSvg(text: string): string {
  const rows = modulesOf(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path d="${pathOf(rows)}"/></svg>`;
}

const HEAD = 62;
/** Pixels of a module, so that a printer need not invent any. */
const PIXELS = 8;
/**
 * The same as a black and white bitmap, for formats that show no SVG: a BMP needs no compression, and one bit a pixel keeps
 * it to a few kilobytes.
 */
export function qrBitmap(text: string): Uint8Array {
  const rows = modulesOf(text);
  const side = rows.length * PIXELS;
  const stride = Math.ceil(side / 32) * 4;
  const bytes = new Uint8Array(HEAD + stride * side);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEAD, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, side, true);
  view.setInt32(22, side, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 1, true);
  // Two colours: 0 is white, 1 is black.
  bytes.set([0xff, 0xff, 0xff, 0], 54);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      // Rows stand from the bottom up.
      if (rows[Math.floor((side - 1 - y) / PIXELS)]![Math.floor(x / PIXELS)]!)
        bytes[HEAD + y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
  return bytes;
}
