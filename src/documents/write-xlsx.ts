import { layOut, linkOf, signatureValue, SOURCES_TITLE, sourceNumbers, textOfRuns } from './paper-layout.ts';
import type { Block, Paper, PaperTable, Run } from './paper.ts';
import { sheetNames } from './sheet-names.ts';
import { workbook, type Sheet, type SheetCell } from './workbook.ts';

/** Characters of 10.5 points on an A4 page standing, and lying. */
const WIDTH = { portrait: 84, landscape: 124 } as const;
const WORDS_WIDTH = 84;

/**
 * The paper as a workbook: the words on a first sheet, then a sheet per table, row for row, named by its caption, then
 * the sources. Printed numbers are numbers; nothing is ever a formula, whatever a text begins with; a figure that
 * stands alone in its cell leads to its source. Expects printable text.
 */
export function writeXlsx(paper: Paper): Uint8Array {
  const tables = paper.blocks.filter((block) => block.kind === 'table');
  const captions = ['正文', ...tables.map(({ caption }) => caption), SOURCES_TITLE];
  const names = sheetNames(captions);
  const sourcesName = names.at(-1)!;
  const number = sourceNumbers(paper);
  const linkTo = (ref: string): string =>
    `'${sourcesName.replaceAll("'", "''")}'!A${number(ref) + (paper.banner ? 1 : 0)}`;
  const sources = (paper.sources ?? []).map(({ text }, at) => [{ column: 0, text: `[${at + 1}] ${text}` }]);
  const sheets = [
    { ...wordsSheet(wordRows(paper, names.slice(1))), name: names[0]! },
    ...tables.map((table, at) => tableSheet(table, names[at + 1]!, linkTo)),
    ...(sources.length === 0 ? [] : [{ ...wordsSheet(sources), name: sourcesName }]),
  ];
  return workbook(
    paper.title,
    sheets.map((sheet) => underBanner(sheet, paper.banner)),
  );
}

/** The banner above everything on the sheet, in sight and in print as long as the table's head is. */
function underBanner(sheet: Sheet, banner: string | undefined): Sheet {
  if (!banner) return sheet;
  const columnSpan = sheet.widths.length;
  const top = [{ column: 0, text: banner, align: 'right', columnSpan }] as const;
  return { ...sheet, rows: [top, ...sheet.rows], headerRows: sheet.headerRows + 1 };
}

const wordsSheet = (rows: readonly (readonly SheetCell[])[]): Sheet => ({
  name: '',
  widths: [WORDS_WIDTH],
  rows,
  headerRows: 0,
  isLandscape: false,
});

type Row = readonly SheetCell[];
const line = (text: string, look: Partial<SheetCell> = {}): Row => [{ column: 0, text, ...look }];

function wordRows(paper: Paper, tableNames: readonly string[]): Row[] {
  const left = [...tableNames];
  return [
    line(paper.title, { isTitle: true, align: 'center' }),
    ...(paper.subtitle ? [line(paper.subtitle, { align: 'center' })] : []),
    ...paper.blocks.flatMap((block) =>
      block.kind === 'table' ? [line(`（表见工作表「${left.shift()}」）`)] : blockRows(block),
    ),
  ];
}

function blockRows(block: Exclude<Block, PaperTable>): Row[] {
  switch (block.kind) {
    case 'heading':
      return [line(block.text, { isBold: true })];
    case 'paragraph':
    case 'note':
      return [line(textOfRuns(block.runs))];
    case 'qr':
      return [line(`${block.caption}：${block.text}`)];
    case 'signature':
      return block.lines.map(({ label, value }) => line(`${label}：${signatureValue(value)}`));
    case 'page-break':
    case 'turn':
      return [];
  }
}

/** Where all words of a cell lead. */
function addressOf(runs: readonly Run[]): string | undefined {
  const [first, ...others] = runs.map(linkOf);
  return others.every((each) => each === first) ? first : undefined;
}

function tableSheet(table: PaperTable, name: string, linkTo: (ref: string) => string): Sheet {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const isLandscape = table.columns.length > 8;
  const room = WIDTH[isLandscape ? 'landscape' : 'portrait'];
  return {
    name,
    widths: table.columns.map((width) => Math.max(6, Math.round((width / total) * room))),
    headerRows: table.headerRows,
    isLandscape,
    rows: layOut(table).map((cells) =>
      cells.map(({ cell, column }) => {
        // A whole cell is a link or none of it is; on a text Excel's link would say less than it hides, and LibreOffice
        // would neither wrap the text nor print it black.
        const address = addressOf(cell.runs);
        const ref = cell.isNumber && cell.runs.length === 1 ? cell.runs[0]?.ref : undefined;
        return {
          column,
          text: textOfRuns(cell.runs),
          isNumber: cell.isNumber,
          isBold: cell.runs.some(({ isBold }) => isBold),
          hasRule: true,
          rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan,
          align: cell.align,
          shade: cell.shade,
          ...(ref === undefined ? {} : { link: linkTo(ref) }),
          ...(address === undefined ? {} : { address }),
        };
      }),
    ),
  };
}
