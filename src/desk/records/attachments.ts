import { get, upload } from '#desk/api/http.ts';

export interface Attachment {
  readonly id: string;
  readonly number: string;
  /** `kept`, or `erased`. */
  readonly state: string;
  /** Null once it was erased, and for who may not open it. */
  readonly name: string | null;
  readonly isReleased: boolean | null;
  readonly size: number;
}
export interface Subject {
  readonly noun: string;
  readonly id: string;
}

export const contentOf = ({ id }: Pick<Attachment, 'id'>): string => `/api/attachments/${id}/content`;
export async function attachmentsOf({ noun, id }: Subject): Promise<readonly Attachment[]> {
  return (await get<{ items: readonly Attachment[] }>('/api/attachments', { subjectNoun: noun, subject: id }))
    .items;
}
export const attach = ({ noun, id }: Subject, file: File): Promise<Attachment> =>
  upload<Attachment>('/api/attachments', [file], () => undefined, { subjectNoun: noun, subject: id });

/** `3.4 MB` */
export function sizeSaid(bytes: number): string {
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.max(1, Math.round(kilo))} kB` : `${(kilo / 1024).toFixed(1)} MB`;
}
