import type { Paper } from './paper.ts';
import { printablePaper } from './printable.ts';

export type PaperFormat = 'docx' | 'xlsx' | 'pdf' | 'html' | 'json';

export const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

type Write = (paper: Paper) => Promise<Uint8Array>;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each writer is loaded only when its format is wanted. */
const writers: Readonly<Record<PaperFormat, Write>> = {
  docx: async (paper) => (await import('./write-docx.ts')).writeDocx(paper),
  xlsx: async (paper) => (await import('./write-xlsx.ts')).writeXlsx(paper),
  pdf: async (paper) => (await import('./write-pdf.ts')).writePdf(paper),
  html: async (paper) => utf8((await import('./write-html.ts')).writeHtml(paper)),
  json: (paper) => Promise.resolve(utf8(`${JSON.stringify(paper, undefined, 2)}\n`)),
};

/** Writes the paper in a format. A table that does not fit its grid or a reference to nowhere is a bug and throws. */
export const writePaper = async (paper: Paper, format: PaperFormat): Promise<Uint8Array> =>
  writers[format](printablePaper(paper));
