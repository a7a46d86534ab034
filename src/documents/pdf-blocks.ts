import type { Content, TableCell } from 'pdfmake';
import { layOut, signatureValue, sourceNumbers, SOURCES_TITLE, type Section } from './paper-layout.ts';
import type { Cell, Orientation, Paper, PaperTable, Paragraph, Run, Shade } from './paper.ts';

type Mark = (id: string) => number;
type ContentText = Extract<Content, { readonly text: unknown; readonly qr?: never }>;

export const pdfTitle = ({ title, subtitle, banner }: Paper): Content[] => [
  ...(banner ? [{ text: banner, fontSize: 9, color: '#aa3333', alignment: 'right' } as const] : []),
  { text: title, fontSize: 20, bold: true, alignment: 'center', margin: [0, 10, 0, 6] },
  ...(subtitle ? [{ text: subtitle, alignment: 'center', margin: [0, 0, 0, 16] } satisfies ContentText] : []),
];

const HEADING = [
  { fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
  { fontSize: 12.5, bold: true, margin: [0, 8, 0, 3] },
  { fontSize: 12, bold: true, margin: [0, 6, 0, 2] },
] as const satisfies readonly Partial<ContentText>[];

export function pdfBlocks(
  blocks: Section['blocks'],
  { paper, orientation }: { readonly paper: Paper; readonly orientation: Orientation },
): Content[] {
  const mark = sourceNumbers(paper);
  return blocks.map((block): Content => {
    switch (block.kind) {
      case 'heading':
        return { text: block.text, headlineLevel: block.level, ...HEADING[block.level - 1]! };
      case 'paragraph':
        return paragraphOf(block, mark);
      case 'note':
        return { text: runs(block.runs, mark), fontSize: 9, margin: [0, 0, 0, 3] };
      case 'signature':
        return {
          stack: block.lines.map(({ label, value }) => `${label}：${signatureValue(value)}`),
          margin: [200, 16, 0, 8],
          unbreakable: true,
        };
      case 'page-break':
        return { text: '', pageBreak: 'after' };
      case 'table':
        return tableOf(block, mark, orientation);
    }
  });
}

function paragraphOf(block: Paragraph, mark: Mark): Content {
  const align = block.align ?? 'justify';
  const isIndented = block.indent ?? (align === 'left' || align === 'justify');
  return {
    text: runs(block.runs, mark),
    // Justified Chinese breaks anywhere; spreading the rest over the few blanks of a line only tears holes.
    alignment: align === 'justify' ? 'left' : align,
    ...(isIndented ? { leadingIndent: 24 } : {}),
    margin: [0, 0, 0, 4],
  };
}

/** pdfmake writes into what it is given, so every object here is fresh. */
function runs(all: readonly Run[], mark: Mark): ContentText[] {
  return all.flatMap(({ text, isBold, ref }): ContentText[] => {
    const words = { text, ...(isBold ? { bold: true } : {}) };
    if (ref === undefined) return [words];
    const number = mark(ref);
    return [
      words,
      { text: `[${number}]`, sup: true, color: '#556677', linkToDestination: `source-${number}` },
    ];
  });
}

const USABLE = { portrait: ((210 - 54) * 72) / 25.4, landscape: ((297 - 50) * 72) / 25.4 } as const;
const PADDING = 4;
const FILL: Readonly<Record<Shade, string | undefined>> = {
  none: undefined,
  head: '#eef1f5',
  attention: '#fdf0d5',
};

const LAYOUT = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 2,
  paddingBottom: () => 2,
};

function tableOf(table: PaperTable, mark: Mark, orientation: Orientation): Content {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  const rules = 2 * PADDING + 0.5;
  const body = layOut(table).map((cells) => {
    // pdfmake wants a cell at every place of the grid, also where another one lies over it.
    const row: TableCell[] = Array.from({ length: table.columns.length }, () => ({ text: '' }));
    for (const { cell, column } of cells) row[column] = cellOf(cell, mark);
    return row;
  });
  return {
    stack: [
      {
        text: table.caption,
        headlineLevel: 4,
        bold: true,
        fontSize: 11,
        alignment: 'center',
        margin: [0, 8, 0, 4],
      },
      {
        table: {
          headerRows: table.headerRows,
          keepWithHeaderRows: 1,
          dontBreakRows: table.headerRows === 0 ? false : table.rows.length > 1,
          widths: table.columns.map((width) => Math.max(1, (width / total) * USABLE[orientation] - rules)),
          body,
        },
        layout: { ...LAYOUT },
        fontSize: 9.5,
        lineHeight: 1.2,
        margin: [0, 0, 0, 10],
      },
    ],
  };
}

function cellOf(cell: Cell, mark: Mark): TableCell {
  const fill = FILL[cell.shade];
  return {
    text: runs(cell.runs, mark),
    alignment: cell.align === 'justify' ? 'left' : cell.align,
    verticalAlignment: 'middle',
    ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
    ...(cell.columnSpan > 1 ? { colSpan: cell.columnSpan } : {}),
    ...(fill === undefined ? {} : { fillColor: fill }),
  } as TableCell;
}

export function pdfSources({ sources = [] }: Paper): Content[] {
  if (sources.length === 0) return [];
  return [
    { text: SOURCES_TITLE, ...HEADING[0], pageBreak: 'before' },
    ...sources.map(({ text }, at): Content => ({
      text: `[${at + 1}] ${text}`,
      id: `source-${at + 1}`,
      fontSize: 9,
      margin: [0, 0, 0, 2],
    })),
  ];
}

export const pdfMissing = (missing: readonly string[]): Content[] =>
  missing.length === 0
    ? []
    : [
        {
          text: `字库中没有下列字符，文中以〓代替：${missing.join('、')}`,
          fontSize: 9,
          margin: [0, 10, 0, 0],
        },
      ];
