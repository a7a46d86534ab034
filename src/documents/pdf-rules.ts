import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { combine, type Matrix, type Rule } from './pdf-page.ts';

/** A filled area no thicker than this is a line. */
const THIN = 2.5;
/** A shorter stroke belongs to a picture or a letter. */
const SHORT = 4;

type Point = readonly [x: number, y: number];

/**
 * The straight lines drawn on a page, whether stroked or filled as thin areas (office programs do either). Nothing is
 * painted; pictures are not decoded.
 */
export async function rulesOf(page: PDFPageProxy, toPage: Matrix): Promise<{ across: Rule[]; down: Rule[] }> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const found = { across: [] as Rule[], down: [] as Rule[] };
  const saved: Matrix[] = [];
  let matrix = toPage;
  fnArray.forEach((operation, at) => {
    const args = argsArray[at] as unknown;
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? toPage;
    else if (operation === OPS.transform) matrix = combine(matrix, args as Matrix);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(matrix);
      const own = (args as readonly unknown[])[0];
      if (Array.isArray(own)) matrix = combine(matrix, own as unknown as Matrix);
    } else if (operation === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? toPage;
    else if (operation === OPS.constructPath) addPath(args as PathArguments, matrix, found);
  });
  return found;
}

type PathArguments = readonly [paint: number, paths: readonly (Float32Array | null)[], bounds: unknown];

const FILLED: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);
const STROKED: ReadonlySet<number> = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

function addPath(
  [paint, paths]: PathArguments,
  matrix: Matrix,
  found: { across: Rule[]; down: Rule[] },
): void {
  const isFilled = FILLED.has(paint);
  if (!isFilled && !STROKED.has(paint)) return;
  for (const path of paths) {
    if (!path) continue;
    for (const points of subpaths(path, matrix)) {
      if (isFilled) addThin(points, found);
      else points.slice(1).forEach((to, at) => addSegment(points[at]!, to, found));
    }
  }
}

/** pdf.js writes paths as numbers: 0 x y move, 1 x y line, 2 and 3 curves, 4 close. Curves end a straight part. */
function subpaths(path: Float32Array, matrix: Matrix): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let at = 0;
  const next = (): Point => {
    const x = path[at + 1] ?? 0;
    const y = path[at + 2] ?? 0;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  while (at < path.length) {
    const command = path[at];
    const current = all.at(-1);
    if (command === 0) all.push([next()]);
    if (command === 1) current?.push(next());
    if (command === 4 && current?.[0]) current.push(current[0]);
    if (command === 2) all.push([]);
    at += command === 2 ? 7 : command === 3 ? 5 : command === 4 ? 1 : 3;
  }
  return all;
}

function addSegment([x1, y1]: Point, [x2, y2]: Point, found: { across: Rule[]; down: Rule[] }): void {
  const width = Math.abs(x2 - x1);
  const height = Math.abs(y2 - y1);
  if (height < 1 && width >= SHORT) {
    found.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  } else if (width < 1 && height >= SHORT) {
    found.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  }
}

function addThin(points: readonly Point[], found: { across: Rule[]; down: Rule[] }): void {
  if (points.length < 3) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN && right - left >= SHORT) {
    found.across.push({ at: (top + bottom) / 2, from: left, to: right });
  } else if (right - left <= THIN && bottom - top >= SHORT) {
    found.down.push({ at: (left + right) / 2, from: top, to: bottom });
  }
}
