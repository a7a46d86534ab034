/** A table as it stands: rows with their place, cells from the left. */
export type Grid = readonly { readonly row: number; readonly cells: readonly string[] }[];

/** So many lines of titles may stand above the headings: the name of the list, who filled it in, when. */
const MOST_TITLES = 5;
const worded = (cells: readonly string[]): number =>
  new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;

/** Where the headings stand: the first line that fills two cells, and a third of what the table is wide. */
function headingsAt(grid: Grid): number {
  const filled = grid.slice(0, MOST_TITLES + 1).map(({ cells }) => worded(cells));
  const widest = Math.max(0, ...filled);
  const wide = filled.findIndex((each) => each >= 2 && each * 3 >= widest);
  return wide === -1
    ? Math.max(
        0,
        filled.findIndex((each) => each > 0),
      )
    : wide;
}

/** A table taken apart: its headings, trimmed, and the rows below that say something. */
export function underHeadings(grid: Grid): { readonly headings: readonly string[]; readonly rows: Grid } {
  const at = headingsAt(grid);
  return {
    headings: (grid[at]?.cells ?? []).map((cell) => cell.trim()),
    rows: grid.slice(at + 1).filter(({ cells }) => worded(cells) > 0),
  };
}
