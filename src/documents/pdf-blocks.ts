import type { Content } from 'pdfmake';
import { signatureValue, sourceNumbers, SOURCES_TITLE, type Section } from './paper-layout.ts';
import type { Paper, PaperTable, Paragraph } from './paper.ts';
import { qrSvg } from './qr.ts';
import { pdfRuns, type ContentText, type Mark } from './pdf-runs.ts';
import { pdfTable, type PdfTableLook } from './pdf-table.ts';

export const pdfTitle = ({ title, subtitle }: Paper): Content[] => [
  { text: title, fontSize: 20, bold: true, alignment: 'center', margin: [0, 10, 0, 6] },
  ...(subtitle ? [{ text: subtitle, alignment: 'center', margin: [0, 0, 0, 16] } satisfies ContentText] : []),
];

const HEADING = [
  { fontSize: 14, bold: true, margin: [0, 12, 0, 4] },
  { fontSize: 12.5, bold: true, margin: [0, 8, 0, 3] },
  { fontSize: 12, bold: true, margin: [0, 6, 0, 2] },
] as const satisfies readonly Partial<ContentText>[];

/** 25 mm in points: a telephone reads it at arm's length. */
const QR_SIDE = 71;

interface BlocksLook {
  readonly paper: Paper;
  readonly page: PdfTableLook['page'];
  readonly breaksOf: (table: PaperTable) => Pick<PdfTableLook, 'cuts' | 'id' | 'note'>;
}

export function pdfBlocks(blocks: Section['blocks'], { paper, page, breaksOf }: BlocksLook): Content[] {
  const mark = sourceNumbers(paper);
  return blocks.map((block): Content => {
    switch (block.kind) {
      case 'heading':
        return { text: block.text, headlineLevel: block.level, ...HEADING[block.level - 1]! };
      case 'paragraph':
        return paragraphOf(block, mark);
      case 'note':
        return { text: pdfRuns(block.runs, mark), fontSize: 9, margin: [0, 0, 0, 3] };
      case 'qr':
        return {
          columns: [
            { svg: qrSvg(block.text), width: QR_SIDE },
            { text: block.caption, fontSize: 9, margin: [6, 24, 0, 0] },
          ],
          margin: [0, 8, 0, 4],
          unbreakable: true,
        };
      case 'signature':
        return {
          stack: block.lines.map(({ label, value }) => `${label}：${signatureValue(value)}`),
          margin: [200, 16, 0, 8],
          unbreakable: true,
        };
      case 'page-break':
        return { text: '', pageBreak: 'after' };
      case 'table':
        return pdfTable(block, { mark, page, ...breaksOf(block) });
    }
  });
}

function paragraphOf(block: Paragraph, mark: Mark): Content {
  const align = block.align ?? 'justify';
  const isIndented = block.indent ?? (align === 'left' || align === 'justify');
  return {
    text: pdfRuns(block.runs, mark),
    // Justified Chinese breaks anywhere; spreading the rest over the few blanks of a line only tears holes.
    alignment: align === 'justify' ? 'left' : align,
    ...(isIndented ? { leadingIndent: 24 } : {}),
    margin: [0, 0, 0, 4],
  };
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
