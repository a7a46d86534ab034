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

function cost(above: string, below: readonly Slot[]): number {
  const filled = below.filter((slot) => slot.text !== '').length;
  if (below.length === 1) {
    if (filled === 0) return 0;
    return above === '' ? 4 : GROUP.test(above) || shares(above, below) ? 1 : 2;
  }
  if (above === '') return 6 * below.length;
  const holes = (below.length - filled) * 4;
  return (
    holes +
    (GROUP.test(above) || shares(above, below) ? 0 : /^(?:合计|总计|小计|序号)$|名称$/.test(above) ? 5 : 1)
  );
}

/** Cheapest way to lay `above` over `below`, each cell over at least one slot; undefined when it has too many cells. */
export function align(above: readonly string[], below: readonly Slot[]): Alignment | undefined {
  const rows = above.length;
  const width = below.length;
  if (rows > width || width > 80) return undefined;
  const best: number[][] = Array.from({ length: rows + 1 }, () =>
    new Array<number>(width + 1).fill(Infinity),
  );
  const ways: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(width + 1).fill(0));
  const back: number[][] = Array.from({ length: rows + 1 }, () => new Array<number>(width + 1).fill(0));
  (best[0] as number[])[0] = 0;
  (ways[0] as number[])[0] = 1;
  for (let cell = 1; cell <= rows; cell += 1) {
    for (let end = cell; end <= width - (rows - cell); end += 1) {
      for (let start = cell - 1; start < end; start += 1) {
        const so = (best[cell - 1] as number[])[start] as number;
        if (so === Infinity) continue;
        const total = so + cost(above[cell - 1] ?? '', below.slice(start, end));
        relax({ best, ways, back }, { cell, end, start, total });
      }
    }
  }
  return trace({ best, ways, back }, below, rows);
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
