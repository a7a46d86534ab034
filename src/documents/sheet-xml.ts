import { findPrintedNumber } from './printed-number.ts';
import { rowHeights } from './row-heights.ts';
import type { WorkbookStyles } from './workbook-styles.ts';
import { escapeXml, type Sheet, type SheetCell } from './workbook.ts';

/** `0` → `A`, `27` → `AB`. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const place = (column: number, row: number): string => `${columnName(column)}${row + 1}`;

/** What a sheet must know of the package around it. */
export interface SheetPackage {
  readonly main: string;
  readonly relations: string;
  /** The relation's id of an address. */
  readonly idOf: (address: string) => string;
}

/** One worksheet part (ECMA-376, 18.3.1.99; the order of its children is prescribed). */
export function sheetXml(sheet: Sheet, styleOf: WorkbookStyles['indexOf'], parcel: SheetPackage): string {
  const merges: string[] = [];
  const links: string[] = [];
  const rows = sheet.rows.map((cells, row) => {
    const places = new Map<number, string>();
    for (const cell of cells) {
      const at = place(cell.column, row);
      places.set(cell.column, cellXml(cell, at, styleOf));
      const to = place(cell.column + (cell.columnSpan ?? 1) - 1, row + (cell.rowSpan ?? 1) - 1);
      if (to !== at) merges.push(`<mergeCell ref="${at}:${to}"/>`);
      if (cell.address) links.push(`<hyperlink ref="${at}" r:id="${parcel.idOf(cell.address)}"/>`);
      else if (cell.link) links.push(`<hyperlink ref="${at}" location="${escapeXml(cell.link)}"/>`);
    }
    return places;
  });
  ruleCovered(sheet, rows, styleOf);
  const heights = rowHeights(sheet);
  const rowXml = rows.map((cells, row) => {
    const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
    return `<row r="${row + 1}" ht="${heights[row]}" customHeight="1">${inOrder.join('')}</row>`;
  });
  const list = (name: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<${name}>${items.join('')}</${name}>`;
  return `<worksheet xmlns="${parcel.main}" xmlns:r="${parcel.relations}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${frozen(sheet)}</sheetView></sheetViews>${list(
    'cols',
    sheet.widths.map(
      (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    ),
  )}<sheetData>${rowXml.join('')}</sheetData>${list('mergeCells', merges)}${list('hyperlinks', links)}<printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.9" bottom="0.9" header="0.4" footer="0.4"/><pageSetup paperSize="9" orientation="${sheet.isLandscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;A</oddHeader><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter></worksheet>`;
}

const frozen = ({ headerRows }: Sheet): string =>
  headerRows === 0
    ? ''
    : `<pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/>`;

function cellXml(cell: SheetCell, at: string, styleOf: WorkbookStyles['indexOf']): string {
  const number = cell.isNumber ? findPrintedNumber(cell.text) : undefined;
  if (number) return `<c r="${at}" s="${styleOf(cell, number.format)}"><v>${number.value}</v></c>`;
  const style = styleOf(cell);
  if (cell.text === '') return `<c r="${at}" s="${style}"/>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(asText(cell.text))}</t></is></c>`;
}

/** The places that a merged cell covers carry its rules, or its border has gaps. */
function ruleCovered(
  sheet: Sheet,
  rows: readonly Map<number, string>[],
  styleOf: WorkbookStyles['indexOf'],
): void {
  sheet.rows.forEach((cells, row) => {
    for (const cell of cells) {
      if (!cell.hasRule) continue;
      const style = styleOf({ ...cell, text: '' });
      for (const [r, c] of coveredBy(cell, row)) rows[r]?.set(c, `<c r="${place(c, r)}" s="${style}"/>`);
    }
  });
}

function coveredBy(
  { column, rowSpan = 1, columnSpan = 1 }: SheetCell,
  row: number,
): (readonly [number, number])[] {
  const places = Array.from(
    { length: rowSpan * columnSpan },
    (_, at) => [row + Math.floor(at / columnSpan), column + (at % columnSpan)] as const,
  );
  return places.slice(1);
}

const LONGEST = 32_767;

/** Excel reads `_x0041_` as A unless its first underscore is written as `_x005F_`; and it opens no longer text. */
function asText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escaped.length <= LONGEST ? escaped : `${escaped.slice(0, LONGEST - 20)}…（全文见文档版）`;
}
