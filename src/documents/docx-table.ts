import {
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { runsOf } from './docx-runs.ts';
import { ALIGN, CELL, SIZE, usableWidth } from './docx-style.ts';
import { layOut, textOfRuns, type PlacedCell } from './paper-layout.ts';
import type { Orientation, PaperTable, Shade } from './paper.ts';

interface TableLook {
  readonly mark: (id: string) => number;
  readonly orientation: Orientation;
}

const FILL: Readonly<Record<Shade, string | undefined>> = {
  none: undefined,
  head: 'EEF1F5',
  attention: 'FDF0D5',
};
const RULE = { style: BorderStyle.SINGLE, size: 4, color: '222222' };

/** Rows of fewer characters stay on one page; a longer one may need more room than a page has left, or has. */
const LONG_ROW = 400;
const lengthOf = (cells: readonly PlacedCell[]): number =>
  cells.reduce((sum, { cell }) => sum + textOfRuns(cell.runs).length, 0);

/** A table of fixed column widths whose header rows are repeated on every page. */
export function docxTable(table: PaperTable, look: TableLook): Table {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const widths = table.columns.map((width) => Math.floor((width / total) * usableWidth[look.orientation]));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: RULE,
      bottom: RULE,
      left: RULE,
      right: RULE,
      insideHorizontal: RULE,
      insideVertical: RULE,
    },
    rows: layOut(table).map(
      (cells, row) =>
        new TableRow({
          tableHeader: row < table.headerRows,
          cantSplit: row < table.headerRows || lengthOf(cells) < LONG_ROW,
          children: cells.map((placed) => cellOf(placed, widths, look)),
        }),
    ),
  });
}

function cellOf({ cell, column }: PlacedCell, widths: readonly number[], { mark }: TableLook): TableCell {
  const fill = FILL[cell.shade];
  const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
  return new TableCell({
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children: [
      new Paragraph({
        alignment: ALIGN[cell.align],
        spacing: { line: 300 },
        children: runsOf(cell.runs, { mark, run: { font: CELL, size: SIZE.cell } }),
      }),
    ],
  });
}
