import { refuse } from '#lib/refusal.ts';
import './refusals.ts';
import { inMegabytes, readLimits } from './limits.ts';
import { openOffice } from './office.ts';
import { sniff, type Kind } from './sniff.ts';

export type AttachmentKind = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpeg' | 'txt' | 'csv';

export interface AttachmentType {
  readonly kind: AttachmentKind;
  /** What to say when it is handed out; never what the sender said it was. */
  readonly mediaType: string;
}

const TYPES: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const SHOWN: Readonly<Record<Exclude<Kind, AttachmentKind>, string>> = {
  heic: 'HEIC 照片',
  html: '网页',
  pptx: 'pptx',
  zip: '压缩包',
  ole: '旧版 Office',
  rtf: 'rtf',
  encrypted: '加密的 Office',
  unknown: '未知',
};

/**
 * The type of an uploaded file, by its content. Refused are other types (a web page could act in somebody's browser),
 * files over the limit, macros, passwords and zip bombs. Unpacks nothing but the list of contents of an office file.
 */
export function attachmentType(
  bytes: Uint8Array,
  { name, limit = readLimits.fileBytes }: { readonly name: string; readonly limit?: number },
): AttachmentType {
  if (bytes.length === 0) refuse('documents.empty', { name });
  if (bytes.length > limit) refuse('documents.too-large', { name, limit: inMegabytes(limit) });
  const kind = sniff(bytes);
  if (kind === 'encrypted') refuse('documents.encrypted', { name });
  if (kind === 'heic') refuse('documents.heic', { name });
  if (!isAccepted(kind)) return refuse('documents.not-accepted', { name, format: SHOWN[kind] });
  if (kind === 'docx' || kind === 'xlsx') openOffice({ name, bytes, limits: readLimits });
  return { kind, mediaType: TYPES[kind] };
}

const isAccepted = (kind: Kind): kind is AttachmentKind => kind in TYPES;
