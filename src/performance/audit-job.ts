/* Runs inside the child process that reads untrusted files: reading and auditing share its limits of time and memory. */
import { readDocument, type Extracted } from '#documents/index.ts';
import { auditDocument, auditTogether, type Audit } from './audit/index.ts';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface AuditedFile {
  readonly name: string;
  readonly audit: Audit;
  /** The text as read, so that a finding's place can be shown. */
  readonly lines: Extracted['lines'];
  /** What could not be read, in Chinese. */
  readonly unread: readonly string[];
}
export interface AuditedFiles {
  readonly files: readonly AuditedFile[];
  /** What files on one unit and year say of each other. */
  readonly together: ReturnType<typeof auditTogether>;
}

export async function auditFilesJob({
  files,
}: {
  readonly files: readonly UploadedFile[];
}): Promise<AuditedFiles> {
  const read: { readonly name: string; readonly extracted: Extracted }[] = [];
  for (const { name, bytes } of files) read.push({ name, extracted: await readDocument(bytes, { name }) });
  return {
    files: read.map(({ name, extracted }) => ({
      name,
      audit: auditDocument(extracted),
      lines: extracted.lines,
      unread: extracted.unread,
    })),
    together: read.length > 1 ? auditTogether(read.map(({ extracted }) => extracted)) : [],
  };
}
