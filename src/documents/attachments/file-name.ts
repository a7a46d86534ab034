import { refuse } from '#lib/refusal.ts';
import type { AttachmentKind } from '../attachment-kind.ts';
import '../refusals.ts';

/** Endings under which a file of a kind may go; the first is the usual one. */
const ENDINGS: Readonly<Record<AttachmentKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  txt: ['txt', 'csv', 'tsv', 'log', 'md', 'json'],
  csv: ['csv', 'tsv', 'txt'],
};
const LONGEST = 120;
const NOT_TEXT =
  /\.(?:pdf|ofd|png|jpe?g|gif|bmp|webp|tiff?|heic|svg|docx?|xlsx?|pptx?|wps|et|zip|rar|7z)\s*$/i;

/** Refuses bare text under the name of a scan, a photograph or an office file: whoever opens it for the paper finds none. */
export function refuseMisnamed(sent: string, kind: AttachmentKind): void {
  if ((kind === 'txt' || kind === 'csv') && NOT_TEXT.test(sent)) refuse('documents.misnamed', { name: sent });
}

/**
 * The name a file is kept and handed out under: no path, nothing invisible, not too long, and an ending that tells what
 * the file is. `..\\发票.exe` that is a PDF becomes `发票.exe.pdf`.
 */
export function keptName(sent: string, kind: AttachmentKind): string {
  const base = sent.split(/[/\\]/).at(-1)!;
  const plain = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}"*:<>?|]/gu, '')
    .trim()
    .replace(/^\.+/, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const isTrue = ENDINGS[kind].includes(ending);
  const stem = [...(isTrue ? plain.slice(0, dot) : plain)].slice(0, LONGEST).join('').trim() || '附件';
  return `${stem}.${isTrue ? ending : ENDINGS[kind][0]}`;
}

/** RFC 6266 and 8187: a plain name for old clients, the real one in UTF-8. */
export function dispositionOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="attachment.${ending}"; filename*=UTF-8''${encoded}`;
}
