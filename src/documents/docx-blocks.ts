import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageBreak,
  Paragraph,
  TextRun,
  type ParagraphChild,
} from 'docx';
import { docxSourceList, runsOf } from './docx-runs.ts';
import { ALIGN, BLACK, SIZE, TITLE } from './docx-style.ts';
import { docxTable } from './docx-table.ts';
import { qrBitmap } from './qr.ts';
import { signatureValue, sourceNumbers, SOURCES_TITLE, type Section } from './paper-layout.ts';
import type {
  Heading,
  Orientation,
  Paper,
  PaperTable,
  Paragraph as PaperParagraph,
  QrCode,
  Signature,
} from './paper.ts';

type Flow = readonly (Paragraph | ReturnType<typeof docxTable>)[];

export function docxTitle({ title, subtitle }: Paper): Flow {
  const line = (text: string, run: object, more: object = {}): Paragraph =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: runsOf([{ text }], { run }), ...more });
  return [
    // Exact line pitch would cut a title of 22 points.
    line(
      title,
      { font: TITLE, size: SIZE.title, bold: true },
      { spacing: { line: 700, before: 200, after: 200 } },
    ),
    ...(subtitle ? [line(subtitle, {}, { spacing: { line: 579, after: 400 } })] : []),
  ];
}

export function docxBlocks(
  blocks: Section['blocks'],
  { paper, orientation }: { readonly paper: Paper; readonly orientation: Orientation },
): Flow {
  const mark = sourceNumbers(paper);
  return blocks.flatMap((block): Flow => {
    switch (block.kind) {
      case 'heading':
        return [headingOf(block)];
      case 'paragraph':
        return [paragraphOf(block, mark)];
      case 'note':
        return [small(runsOf(block.runs, { mark, run: { size: SIZE.small } }))];
      case 'qr':
        return [qrOf(block)];
      case 'signature':
        return signatureOf(block);
      case 'page-break':
        return [new Paragraph({ children: [new PageBreak()] })];
      case 'table':
        // Word joins tables that touch, so a thin paragraph follows.
        return [
          captionOf(block),
          docxTable(block, { mark, orientation }),
          new Paragraph({ spacing: { line: 160 }, children: [] }),
        ];
    }
  });
}

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

const headingOf = ({ level, text }: Heading): Paragraph =>
  new Paragraph({ heading: LEVELS[level - 1]!, keepNext: true, children: runsOf([{ text }]) });

function paragraphOf(block: PaperParagraph, mark: (id: string) => number): Paragraph {
  const align = block.align ?? 'justify';
  const isIndented = block.indent ?? (align === 'left' || align === 'justify');
  return new Paragraph({
    alignment: ALIGN[align],
    ...(isIndented ? { indent: { firstLine: 640, firstLineChars: 200 } } : {}),
    children: runsOf(block.runs, { mark }),
  });
}

const signatureOf = ({ lines }: Signature): Flow =>
  lines.map(
    ({ label, value }) =>
      new Paragraph({
        indent: { left: 3600 },
        keepNext: true,
        children: runsOf([{ text: `${label}：${signatureValue(value)}` }]),
      }),
  );

/** 25 mm at 96 to the inch. */
const QR_SIDE = 94;
const qrOf = ({ text, caption }: QrCode): Paragraph =>
  new Paragraph({
    // Exact line pitch would cut the picture.
    spacing: { line: 240, lineRule: LineRuleType.AUTO, before: 160 },
    children: [
      new ImageRun({
        type: 'bmp',
        data: qrBitmap(text),
        transformation: { width: QR_SIDE, height: QR_SIDE },
        altText: { name: caption, title: caption, description: text },
      }),
      ...runsOf([{ text: `　${caption}` }], { run: { size: SIZE.small } }),
    ],
  });

const captionOf = ({ caption }: PaperTable): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 160, after: 60, line: 360 },
    children: runsOf([{ text: caption }], { run: { font: BLACK, size: SIZE.page - 4 } }),
  });

const small = (children: readonly ParagraphChild[]): Paragraph =>
  new Paragraph({ spacing: { line: 300, after: 40 }, children: [...children] });

export function docxSources(paper: Paper): Flow {
  if (!paper.sources?.length) return [];
  const title = new TextRun({ text: SOURCES_TITLE });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, children: [title] }),
    ...docxSourceList(paper.sources).map(small),
  ];
}
