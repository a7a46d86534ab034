import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { refuse } from '#lib/refusal.ts';
import type { Extracted } from './extracted.ts';
import type { Source } from './limits.ts';
import { contentOf, joinPages, type PdfElement, type PdfTable } from './pdf-content.ts';
import { piecesOf, type Matrix } from './pdf-page.ts';
import { rulesOf } from './pdf-rules.ts';
import { textBuilder, type TextBuilder } from './text-builder.ts';

const library = dirname(
  dirname(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);

/**
 * What a PDF says: lines in reading order and ruled tables with their merged cells; lines that the page broke are put
 * together again, tables that go on over pages too. Pages without text are noted: they are most likely scanned.
 */
export async function readPdf(source: Source): Promise<Extracted> {
  const document = await open(source);
  try {
    if (document.numPages > source.limits.pdfPages) {
      refuse('documents.too-much', { name: source.name, what: `超过 ${source.limits.pdfPages} 页` });
    }
    const text = textBuilder(source.name, source.limits.lines);
    const pages: (readonly PdfElement[])[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const elements = await readPage(document, number);
      if (elements === undefined) text.unread(`第 ${number} 页没有文字（可能是扫描图片），未读`);
      else pages.push(elements);
    }
    for (const element of joinPages(pages)) {
      if (element.kind === 'line') text.line(element.text);
      else tellTable(element, text);
    }
    return text.done('pdf');
  } finally {
    await document.loadingTask.destroy();
  }
}

/** The document, opened so that nothing in it is run, fetched or painted. */
async function open({ bytes, name }: Source): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // pdf.js takes the bytes away from whoever gives them.
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.ERRORS,
      enableXfa: false,
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      maxImageSize: 1,
      cMapUrl: `${join(library, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(library, 'standard_fonts')}/`,
    }).promise;
  } catch (fault) {
    const kind = fault instanceof Error ? fault.name : '';
    if (kind === 'PasswordException') return refuse('documents.encrypted', { name });
    return refuse('documents.damaged', { name, what: 'PDF 结构有误' });
  }
}

/** What a page says; nothing when it holds no text. */
async function readPage(
  document: PDFDocumentProxy,
  number: number,
): Promise<readonly PdfElement[] | undefined> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const toPage = view.transform as unknown as Matrix;
  const pieces = await piecesOf(page, toPage);
  const rules = pieces.length === 0 ? undefined : await rulesOf(page, toPage);
  page.cleanup();
  return rules && contentOf({ pieces, ...rules, width: view.width });
}

function tellTable({ rows, cells }: PdfTable, text: TextBuilder): void {
  text.openTable();
  for (let row = 0; row < rows; row += 1) {
    text.openRow(row);
    for (const cell of cells.filter((each) => each.row === row)) {
      text.openCell({ column: cell.column, rows: cell.rowSpan, columns: cell.columnSpan });
      text.line(cell.text);
      text.closeCell();
    }
  }
  text.closeTable();
}
