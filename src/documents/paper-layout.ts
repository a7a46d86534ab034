import type { Block, Cell, Orientation, PaperTable, Paper, Run } from './paper.ts';

export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/**
 * Lays a table's cells into its grid, as HTML does. A table that does not fill its grid exactly is a bug of whoever made
 * it: the formats would disagree about it, so it throws.
 */
export function layOut(table: PaperTable): readonly (readonly PlacedCell[])[] {
  const width = table.columns.length;
  /** Per column, the first row that is free again. */
  const freeFrom = Array.from({ length: width }, () => 0);
  return table.rows.map((cells, row) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while (column < width && freeFrom[column]! > row) column += 1;
      const at = { cell, row, column };
      const end = column + cell.columnSpan;
      if (end > width || row + cell.rowSpan > table.rows.length) misfit(table, row);
      for (; column < end; column += 1) {
        if (freeFrom[column]! > row) misfit(table, row);
        freeFrom[column] = row + cell.rowSpan;
      }
      return at;
    });
    if (freeFrom.some((free) => free <= row)) misfit(table, row);
    return placed;
  });
}

function misfit(table: PaperTable, row: number): never {
  throw new RangeError(`table ${table.caption}: row ${row + 1} does not fit ${table.columns.length} columns`);
}

/** Blocks between two turns of the page. */
export interface Section {
  readonly orientation: Orientation;
  readonly blocks: readonly Exclude<Block, { kind: 'turn' }>[];
}

export function sectionsOf(paper: Paper): readonly Section[] {
  const sections: { orientation: Orientation; blocks: Exclude<Block, { kind: 'turn' }>[] }[] = [
    { orientation: 'portrait', blocks: [] },
  ];
  for (const block of paper.blocks) {
    if (block.kind === 'turn') sections.push({ orientation: block.orientation, blocks: [] });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections;
}

/** The printed number of each source: `[1]` is the first. A reference to an unknown source is a bug and throws. */
export function sourceNumbers(paper: Paper): (id: string) => number {
  const numbers = new Map((paper.sources ?? []).map(({ id }, at) => [id, at + 1]));
  return (id) => {
    const found = numbers.get(id);
    if (found === undefined) throw new RangeError(`source ${id} is not listed`);
    return found;
  };
}

/** Where a run leads. Another kind of address than a web page's is a bug and throws: a paper opens nothing by itself. */
export function linkOf({ link }: Run): string | undefined {
  if (link === undefined) return undefined;
  if (!/^https?:\/\/[^\s"<>]+$/.test(link)) throw new RangeError(`${link} is no web address`);
  return link;
}

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** What stands behind a signature's label when there is no value: room for a hand. */
export const signatureValue = (value: string | undefined): string => value ?? '＿＿＿＿＿＿';

export const SOURCES_TITLE = '数据来源';
