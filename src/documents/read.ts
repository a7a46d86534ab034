import { Refusal, refuse } from '#lib/refusal.ts';
import './refusals.ts';
import type { Extracted } from './extracted.ts';
import { inMegabytes, readLimits, type ReadLimits, type Source } from './limits.ts';
import { sniff, type Kind } from './sniff.ts';

/** Each reader is loaded only when its format comes: the PDF reader alone costs as much as all the others. */
const readers: Partial<Readonly<Record<Kind, (source: Source) => Promise<Extracted>>>> = {
  docx: async (source) => (await import('./read-docx.ts')).readDocx(source),
  xlsx: async (source) => (await import('./read-xlsx.ts')).readXlsx(source),
  pdf: async (source) => (await import('./read-pdf.ts')).readPdf(source),
  html: async (source) => (await import('./read-html.ts')).readHtml(source),
  csv: async (source) => (await import('./read-text.ts')).readText(source),
  txt: async (source) => (await import('./read-text.ts')).readText(source),
};

const OLD: Partial<Readonly<Record<Kind, string>>> = { ole: '.doc、.xls 或 .wps', rtf: '.rtf' };

/**
 * Reads a document of any supported format, recognised by its content; the name serves only the sentences. Whatever the
 * bytes are, it answers with what the document says or with a refusal.
 */
export async function readDocument(
  bytes: Uint8Array,
  { name, limits = readLimits }: { readonly name: string; readonly limits?: ReadLimits },
): Promise<Extracted> {
  if (bytes.length === 0) refuse('documents.empty', { name });
  if (bytes.length > limits.fileBytes) {
    refuse('documents.too-large', { name, limit: inMegabytes(limits.fileBytes) });
  }
  const kind = sniff(bytes);
  if (kind === 'encrypted') refuse('documents.encrypted', { name });
  const old = OLD[kind];
  if (old !== undefined) refuse('documents.old-format', { name, format: old });
  const read = readers[kind] ?? refuse('documents.unknown-format', { name });
  try {
    return await read({ name, bytes, limits });
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    // The parsers of others may stumble over hostile bytes in ways nobody has listed.
    throw Object.assign(new Refusal('documents.damaged', { name, what: '内容结构有误' }), { cause: fault });
  }
}
