import type { TableCell } from 'pdfmake';
import { spannedRows } from './cut-spans.ts';
import type { PaperTable } from './paper.ts';
import type { PdfTableLook } from './pdf-table.ts';

export interface TableBreaks {
  /** Where a table is cut this time, and who wants to know its cells. */
  readonly of: (table: PaperTable) => Pick<PdfTableLook, 'cuts' | 'id' | 'note'>;
  /** After a layout: whether every page that begins inside a span began at a cut. If not, `of` cuts there. */
  readonly isSettled: () => boolean;
}

/** So often the cuts follow the layout; after that they are only added to, so that it comes to an end. */
const FREE_TRIES = 3;

interface Watched {
  cuts: ReadonlySet<number>;
  readonly spanned: ReadonlySet<number>;
  cells: readonly (TableCell | undefined)[];
}

export function tableBreaks(): TableBreaks {
  const tables = new Map<PaperTable, Watched>();
  let tries = 0;
  return {
    of: (table) => {
      const watched = tables.get(table) ?? { cuts: new Set(), spanned: spannedRows(table), cells: [] };
      tables.set(table, watched);
      const id = `table-${[...tables.keys()].indexOf(table) + 1}`;
      return { cuts: watched.cuts, id, note: (cells) => void (watched.cells = cells) };
    },
    isSettled: () => {
      tries += 1;
      let isSettled = true;
      for (const watched of tables.values()) {
        const wanted = pageStarts(watched.cells).filter((row) => watched.spanned.has(row));
        if (
          wanted.every((row) => watched.cuts.has(row)) &&
          (tries > FREE_TRIES || wanted.length === watched.cuts.size)
        )
          continue;
        isSettled = false;
        watched.cuts = new Set(tries < FREE_TRIES ? wanted : [...watched.cuts, ...wanted]);
      }
      return isSettled;
    },
  };
}

/** The rows that are the first on their page. */
function pageStarts(cells: readonly (TableCell | undefined)[]): readonly number[] {
  let before: number | undefined;
  return cells.flatMap((cell, row) => {
    const page = pageOf(cell);
    const begins = page !== undefined && before !== undefined && page !== before;
    before = page ?? before;
    return begins ? [row] : [];
  });
}

/** pdfmake leaves on a cell where its lines stand; its types do not tell. */
function pageOf(cell: TableCell | undefined): number | undefined {
  const { positions } = (cell ?? {}) as { readonly positions?: readonly { readonly pageNumber: number }[] };
  return positions?.[0]?.pageNumber;
}
