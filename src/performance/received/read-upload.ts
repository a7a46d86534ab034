import { Type, type TString } from 'typebox';
import { fileNameOf } from '#documents/index.ts';
import { made, type Need } from '#lib/action/need.ts';
import { auditFiles } from '../audit-files.ts';
import type { Audit } from '../audit/audit.ts';

export interface ReadUpload {
  readonly audit: Audit;
  /** The first lines, where a title page names the unit. */
  readonly head: readonly string[];
  /** SHA-256 of the file. */
  readonly file: string;
}
const HEAD = 5;
type Uploading = { readonly input: { readonly fileName: string; readonly content: string } };

/** The file travels in the request and leaves no trace in the ledger: its digest does. */
export const Content: TString = Type.String({
  title: '文件内容（Base64）',
  pattern: '^[A-Za-z0-9+/]*={0,2}$',
  maxLength: 28_000_000,
  keep: 'never',
});
export const FileName: TString = Type.String({ title: '文件名', minLength: 1, maxLength: 200 });

/** Read and audited in a child process with limits of memory and time, before anything is decided. */
export const readUpload: Need<Uploading, ReadUpload> = made(async ({ input }: Uploading) => {
  const bytes = new Uint8Array(Buffer.from(input.content, 'base64'));
  const { files } = await auditFiles([{ name: input.fileName, bytes }]);
  const [read] = files;
  const head = read!.lines.slice(0, HEAD).map((line) => line.text);
  return { audit: read!.audit, head, file: fileNameOf(bytes) };
});
