import { refuse } from '#lib/refusal.ts';
import type { Extracted } from './extracted.ts';
import type { Source } from './limits.ts';
import { mainPart, openOffice, type Office } from './office.ts';
import { textBuilder, type TextBuilder } from './text-builder.ts';
import { attribute } from './xml-token.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readSheet, type Area, type GatheredSheet } from './xlsx-sheet.ts';
import { readStyles } from './xlsx-styles.ts';

/**
 * What a workbook says: a table per sheet, named by it, cells as a person sees them (29.41 %, not 0.2941). Formulas are
 * not computed: the value that was saved with them is read. Hidden sheets are not read, and noted.
 */
export function readXlsx(source: Source): Extracted {
  const office = openOffice(source);
  const part = mainPart(office, 'xl/workbook.xml');
  const { sheets, is1904 } = readWorkbook(office, part, source.name);
  const related = office.relations(part);
  const partOf = (type: string): string =>
    [...related.values()].find((each) => each.type === type)?.target ?? '';
  const strings = readSharedStrings(office, partOf('sharedStrings'));
  const show = readStyles(office, partOf('styles'), is1904);
  const most = { name: source.name, cells: source.limits.lines };
  const text = textBuilder(source.name, source.limits.lines);
  for (const { name, relation, isHidden } of sheets) {
    const target = related.get(relation)?.target ?? '';
    if (isHidden) text.unread(`工作表「${name}」已隐藏，未读`);
    else if (office.zip.has(target)) tell(name, readSheet(office, target, { strings, show, most }), text);
  }
  if (office.zip.names.some((name) => name.startsWith('xl/media/'))) text.unread('有图片，图中文字未读');
  return text.done('xlsx');
}

interface NamedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

function readWorkbook(office: Office, part: string, name: string): { sheets: NamedSheet[]; is1904: boolean } {
  const sheets: NamedSheet[] = [];
  let is1904 = false;
  const isThere = office.read(part, {
    open: (element, tag) => {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '');
      if (element !== 'sheet') return;
      sheets.push({
        name: attribute(tag, 'name') ?? '',
        relation: attribute(tag, 'id') ?? '',
        isHidden: (attribute(tag, 'state') ?? 'visible') !== 'visible',
      });
    },
  });
  if (!isThere) refuse('documents.damaged', { name, what: '缺少工作簿' });
  return { sheets, is1904 };
}

/** Tells the cells in rows; those under a merged one are left out, and so are empty rows and columns at the edges. */
function tell(name: string, { rows, merged, hiddenRows }: GatheredSheet, text: TextBuilder): void {
  const saying = rows.filter(({ cells }) => cells.some((cell) => cell.text !== ''));
  const lastRow = saying.at(-1)?.row ?? -1;
  const lastColumn = saying.reduce(
    (last, { cells }) => Math.max(last, cells.findLast((cell) => cell.text !== '')?.column ?? -1),
    -1,
  );
  if (hiddenRows > 0) text.unread(`工作表「${name}」有 ${hiddenRows} 行已隐藏，仍已读取`);
  if (lastRow < 0) return;
  const areaAt = mergedAreas(merged.flatMap((area) => clipped(area, lastRow, lastColumn)));
  text.openTable(name);
  for (const { row, cells } of rows) {
    if (row > lastRow) break;
    text.openRow(row);
    for (const cell of cells) {
      const area = areaAt(row, cell.column);
      const isCovered = area !== undefined && (area.row !== row || area.column !== cell.column);
      if (isCovered || cell.column > lastColumn) continue;
      text.openCell({ column: cell.column, ...(area ? spanOf(area) : {}) });
      text.line(cell.text);
      text.closeCell();
    }
  }
  text.closeTable();
}

/** Whole columns and rows are often merged to the end of the sheet; only what is used counts. */
const clipped = (area: Area, lastRow: number, lastColumn: number): readonly Area[] =>
  area.row > lastRow || area.column > lastColumn
    ? []
    : [
        {
          ...area,
          lastRow: Math.min(area.lastRow, lastRow),
          lastColumn: Math.min(area.lastColumn, lastColumn),
        },
      ];

const spanOf = (area: Area): { readonly rows: number; readonly columns: number } => ({
  rows: area.lastRow - area.row + 1,
  columns: area.lastColumn - area.column + 1,
});

/** Finds the merged area over a place; asked row by row from the top, so only areas that still reach down are kept. */
function mergedAreas(merged: readonly Area[]): (row: number, column: number) => Area | undefined {
  const coming = merged.toSorted((a, b) => b.row - a.row);
  let open: Area[] = [];
  let at = -1;
  return (row, column) => {
    if (row !== at) {
      at = row;
      while (coming.length > 0 && coming.at(-1)!.row <= row) open.push(coming.pop()!);
      open = open.filter(({ lastRow }) => lastRow >= row);
    }
    return open.find((area) => area.column <= column && column <= area.lastColumn);
  };
}
