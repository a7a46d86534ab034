/** Which columns each header cell covers, when a dump kept only the order of cells. */
export interface Alignment {
  /** First column and number of columns per cell. */
  readonly spans: readonly { readonly from: number; readonly count: number }[];
  /** More than one reading costs the same. */
  readonly ambiguous: boolean;
}

interface Slot {
  readonly text: string;
  readonly columns: number;
}

const GROUP = /^其中[:：]?$/;
const shares = (above: string, below: readonly Slot[]): boolean => {
  const core = above.replace(/[合总小]?计|总[额数]|其中|[:：\s]/g, '');
  return (
    core.length >= 2 &&
    below.every((slot) => slot.text.includes(core.slice(0, 2)) || slot.text.includes(core.slice(-2)))
  );
};

/** Names of columns that describe the row; they take the label columns a form does not name. */
const DESCRIBES = /内容|项目|指标$|类别|科目|名称$|总体目标/;

function cost(above: string, below: readonly Slot[]): number {
  const filled = below.filter((slot) => slot.text !== '').length;
  const words = below.every((slot) => slot.text === WORDS);
  // Label columns: an empty corner may cover them all.
  if (words) return above === '' || DESCRIBES.test(above) ? below.length - 1 : (below.length - 1) * 3;
  if (below.length === 1) {
    if (filled === 0) return 0;
    return above === '' ? 4 : GROUP.test(above) || shares(above, below) ? 1 : 2;
  }
  if (above === '') return 6 * below.length;
  const holes = (below.length - filled) * 4;
  const named = GROUP.test(above) || shares(above, below);
  // No group has two columns of one name: where names come round again, the next group begins.
  const repeats = new Set(below.map((slot) => slot.text)).size < below.length && filled > 0 ? 6 : 0;
  return repeats + holes + (named ? 0 : /^(?:合计|总计|小计|序号)$|名称$/.test(above) ? 5 : 1);
}

/** The text of a slot that stands for a column of words below the header. */
export const WORDS = '文';

/** Cheapest way to lay `above` over `below`, each cell over at least one slot; undefined when it has too many cells. */
export function align(above: readonly string[], below: readonly Slot[]): Alignment | undefined {
  const rows = above.length;
  const width = below.length;
  if (rows > width || width > 80) return undefined;
  const board = emptyBoard(rows, width);
  for (let cell = 1; cell <= rows; cell += 1) {
    for (let end = cell; end <= width - (rows - cell); end += 1)
      layCell(board, { cell, end, text: above[cell - 1] ?? '' }, below);
  }
  return trace(board, below, rows);
}

function emptyBoard(rows: number, width: number): Board {
  const grid = (value: number): number[][] =>
    Array.from({ length: rows + 1 }, () => Array.from({ length: width + 1 }, () => value));
  const board = { best: grid(Infinity), ways: grid(0), back: grid(0) };
  (board.best[0] as number[])[0] = 0;
  (board.ways[0] as number[])[0] = 1;
  return board;
}

/** Every way this cell may end here. */
function layCell(
  board: Board,
  { cell, end, text }: { cell: number; end: number; text: string },
  below: readonly Slot[],
): void {
  for (let start = cell - 1; start < end; start += 1) {
    const so = board.best[cell - 1]?.[start] ?? Infinity;
    if (so !== Infinity) relax(board, { cell, end, start, total: so + cost(text, below.slice(start, end)) });
  }
}

interface Board {
  readonly best: number[][];
  readonly ways: number[][];
  readonly back: number[][];
}

function relax(board: Board, step: { cell: number; end: number; start: number; total: number }): void {
  const { cell, end, start, total } = step;
  const best = board.best[cell] as number[];
  const ways = board.ways[cell] as number[];
  const more = (board.ways[cell - 1] as number[])[start] as number;
  if (total < (best[end] as number)) {
    best[end] = total;
    ways[end] = more;
    (board.back[cell] as number[])[end] = start;
  } else if (total === best[end]) ways[end] = (ways[end] as number) + more;
}

function trace(board: Board, below: readonly Slot[], rows: number): Alignment | undefined {
  let end = below.length;
  if ((board.best[rows]?.[end] ?? Infinity) === Infinity) return undefined;
  const ambiguous = (board.ways[rows]?.[end] ?? 1) > 1;
  const starts: number[] = [];
  for (let slot = 0, column = 0; slot <= below.length; slot += 1) {
    starts.push(column);
    column += below[slot]?.columns ?? 0;
  }
  const spans: { from: number; count: number }[] = [];
  for (let cell = rows; cell > 0; cell -= 1) {
    const start = board.back[cell]?.[end] ?? 0;
    spans.unshift({ from: starts[start] ?? 0, count: (starts[end] ?? 0) - (starts[start] ?? 0) });
    end = start;
  }
  return { spans, ambiguous };
}
