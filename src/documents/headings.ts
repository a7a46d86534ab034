/** A table as it stands: rows with their place, cells from the left. */
export type Grid = readonly { readonly row: number; readonly cells: readonly string[] }[];
/** Whether these are the headings of the list that is wanted: whoever wants it knows its words. */
export type Knows = (headings: readonly string[]) => boolean;

/** A table taken apart: its headings and the rows below that say something. */
export interface Headed {
  readonly headings: readonly string[];
  readonly rows: Grid;
}

/** So many lines of titles may stand above the headings: the name of the list, who filled it in, when. */
const MOST_TITLES = 5;
const trimmed = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.trim());
const worded = (cells: readonly string[]): number => new Set(trimmed(cells).filter(Boolean)).size;

/** Where the headings stand: where they are known; else the first line that fills two cells, and a third of the width. */
function headingsAt(grid: Grid, knows: Knows): number {
  const first = grid.slice(0, MOST_TITLES + 1).map(({ cells }) => trimmed(cells));
  const known = first.findIndex(knows);
  if (known !== -1) return known;
  const filled = first.map(worded);
  const widest = Math.max(0, ...filled);
  const wide = filled.findIndex((each) => each >= 2 && each * 3 >= widest);
  return Math.max(0, wide === -1 ? filled.findIndex((each) => each > 0) : wide);
}

/** Each heading once: the second 类型 is 类型（2）, or what one of the two columns says would be lost. */
function eachOnce(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const n = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, n);
    return n === 1 || heading === '' ? heading : `${heading}（${n}）`;
  });
}

export function underHeadings(grid: Grid, knows: Knows): Headed {
  const at = headingsAt(grid, knows);
  return {
    headings: eachOnce(trimmed(grid[at]?.cells ?? [])),
    rows: grid.slice(at + 1).filter(({ cells }) => worded(cells) > 0),
  };
}
