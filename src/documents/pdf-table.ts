import type { Content, TableCell } from 'pdfmake';
import { cutSpans } from './cut-spans.ts';
import { layOut } from './paper-layout.ts';
import type { Cell, PaperTable, Shade } from './paper.ts';
import { cellSetting, tableRoom, type TableRoom } from './pdf-room.ts';
import { pdfRuns, type Mark } from './pdf-runs.ts';

export interface PdfTableLook {
  readonly mark: Mark;
  /** Between the margins, in points. */
  readonly page: { readonly width: number; readonly height: number };
  /** Rows that begin a page inside a span: there, spans are cut. */
  readonly cuts: ReadonlySet<number>;
  /** Begins the ids of this table's rows. */
  readonly id: string;
  /** Is told one cell of every row below the head, on which pdfmake will note its page. */
  readonly note: (rows: readonly (TableCell | undefined)[]) => void;
}

const { font, lineHeight, padding, rule } = cellSetting;
/**
 * The level of what pdfmake may place on the wrong page: what it moves as a whole it goes on counting among the page it
 * came from, unless it has an id.
 */
export const UNPLACED = 8;

/** A table of less than this part of a page is not broken. */
const SMALL = 0.45;
/** A row of more than this part of a page may be broken. */
const TALL = 0.7;

const FILL: Readonly<Record<Shade, string | undefined>> = {
  none: undefined,
  head: '#eef1f5',
  attention: '#fdf0d5',
};

const LAYOUT = {
  hLineWidth: () => rule,
  vLineWidth: () => rule,
  paddingLeft: () => padding.across,
  paddingRight: () => padding.across,
  paddingTop: () => padding.down,
  paddingBottom: () => padding.down,
};

export function pdfTable(whole: PaperTable, look: PdfTableLook): Content {
  const table = cutSpans(whole, look.cuts);
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const { page } = look;
  const between = 2 * padding.across + rule;
  const widths = table.columns.map((width) => Math.max(1, (width / total) * page.width - between));
  const room = tableRoom(table, widths);
  const isSmall = room.heights.reduce((sum, height) => sum + height, 0) < page.height * SMALL;
  const isWhole = table.rows.length > 1 && room.heights.every((height) => height < page.height * TALL);
  // What is kept with the head is never broken: a row higher than a page would lose its end.
  const keptWithHead = isSmall ? table.rows.length - table.headerRows : Number(isWhole);
  return {
    // With its caption, which would else stay behind alone.
    unbreakable: isSmall,
    stack: [
      captionOf(table, isSmall),
      {
        table: {
          headerRows: table.headerRows,
          keepWithHeaderRows: keptWithHead,
          dontBreakRows: isWhole,
          widths,
          body: bodyOf(table, { ...look, room, isWhole }),
        },
        layout: { ...LAYOUT },
        fontSize: font,
        lineHeight,
        margin: [0, 0, 0, 10],
      },
    ],
  };
}

const captionOf = ({ caption }: PaperTable, isSmall: boolean): Content => ({
  text: caption,
  headlineLevel: isSmall ? UNPLACED : 4,
  bold: true,
  fontSize: 11,
  alignment: 'center',
  margin: [0, 8, 0, 4],
});

type BodyLook = PdfTableLook & { readonly room: TableRoom; readonly isWhole: boolean };

function bodyOf(table: PaperTable, { mark, id, note, room, isWhole }: BodyLook): TableCell[][] {
  const told: (TableCell | undefined)[] = [];
  const body = layOut(table).map((cells) => {
    // pdfmake wants a cell at every place of the grid, also where another one lies over it.
    const row: TableCell[] = Array.from({ length: table.columns.length }, () => ({ text: '' }));
    for (const { cell, row: at, column } of cells) {
      const lead = cell.rowSpan > 1 && at < table.headerRows ? room.lead(cell, at, column) : 0;
      row[column] = cellOf(cell, mark, { lead, isMiddle: isWhole && cell.rowSpan === 1 });
    }
    // A repeated head would be noted on its last page.
    const own = told.length < table.headerRows ? undefined : cells.find(({ cell }) => cell.rowSpan === 1);
    told.push(own && place(row[own.column]!, `${id}-${told.length}`));
    return row;
  });
  note(told);
  return body;
}

const place = (cell: TableCell, id: string): TableCell =>
  Object.assign(cell, { id, headlineLevel: undefined });

interface Stand {
  readonly lead: number;
  readonly isMiddle: boolean;
}

/** pdfmake's own centring puts words outside a cell that spans rows or is broken, so those begin at the top. */
function cellOf(cell: Cell, mark: Mark, { lead, isMiddle }: Stand): TableCell {
  const fill = FILL[cell.shade];
  return {
    text: pdfRuns(cell.runs, mark),
    headlineLevel: UNPLACED,
    alignment: cell.align === 'justify' ? 'left' : cell.align,
    verticalAlignment: isMiddle ? 'middle' : 'top',
    ...(lead > 0 ? { margin: [0, lead, 0, 0] } : {}),
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
    ...(fill === undefined ? {} : { fillColor: fill }),
  } as TableCell;
}
