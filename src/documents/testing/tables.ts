import type { Extracted } from '../extracted.ts';

/** Per table, per cell: `row,column rows×columns text`. */
export const tablesOf = ({ tables }: Extracted): readonly (readonly string[])[] =>
  tables.map(({ cells }) => cells.map((c) => `${c.row},${c.column} ${c.rowSpan}×${c.columnSpan} ${c.text}`));
