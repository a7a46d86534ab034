import { attachmentStore, dispositionOf } from '#documents/index.ts';
import type { App } from '#lib/app.ts';
import { isUuid } from '#lib/ids.ts';
import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from '../file/case-file.ts';
import { mayReceive } from './mandated.ts';

/** A file that was handed in on line for a case. */
export interface OwnFile {
  readonly id: string;
  readonly name: string;
  /** What it was handed in for; null for one that stands at no paper any more. */
  readonly paper: string | null;
}
type Reading = Pick<App, 'query' | 'now'>;

/**
 * What applicants and their agents handed in themselves: files of the case that came from an account of theirs, and those
 * that its papers name, which with 一件事 lie with whichever case asked first. What the office laid with it is not theirs.
 */
const HANDED_IN = `from attachment a where a.state = 'kept' and a.subject_noun = 'case-file'
  and (a.id = any($2::uuid[]) or a.subject = $1) and exists (select from applicant p where p.id = a.uploaded_by)`;

const documentsOf = ({ papers }: CaseFile): readonly string[] =>
  papers.flatMap(({ document }) => (document === null ? [] : [document]));

/** The files of a case that is known to be the asker's, in the order in which they came. */
export async function filesOf(app: Reading, row: CaseFile): Promise<readonly OwnFile[]> {
  const found = await app.query(`select a.id, coalesce(a.name, '') as name ${HANDED_IN} order by a.id`, [
    row.id,
    documentsOf(row),
  ]);
  const papers = new Map(row.papers.map(({ document, name }) => [document, name]));
  return found.map((each) => ({
    id: each['id'] as string,
    name: each['name'] as string,
    paper: papers.get(each['id'] as string) ?? null,
  }));
}

/** The scan of the result, once it was handed out and while it holds good, for whoever may receive it; its id, or null. */
export async function resultFileOf(app: Reading, row: CaseFile, who: string): Promise<string | null> {
  const { resultFile, completedAt, revokedAt } = row;
  if (resultFile === null || completedAt === null || revokedAt !== null) return null;
  const kept = await app.query(
    `select from attachment where id = $1 and subject_noun = 'case-file' and subject = $2 and state = 'kept'`,
    [resultFile, row.id],
  );
  return kept.length > 0 && (await mayReceive(app, row, who)) ? resultFile : null;
}

interface Asked {
  readonly id: string;
  readonly who: string;
}
/** One of them, or the result, with its bytes, always to be kept and never shown under our name; any other is as if there were none. */
export async function ownFile(app: Reading & Pick<App, 'config'>, row: CaseFile, { id, who }: Asked) {
  if (!isUuid(id)) refuse('lib.not-found');
  const isResult = (await resultFileOf(app, row, who)) === id;
  const [file] = isResult
    ? await app.query('select name, media_type, sha256 from attachment where id = $1', [id])
    : await app.query(`select a.name, a.media_type, a.sha256 ${HANDED_IN} and a.id = $3`, [
        row.id,
        documentsOf(row),
        id,
      ]);
  const bytes = file && (await attachmentStore(app).find(file['sha256'] as never));
  if (!file || !bytes) return refuse('lib.not-found');
  return {
    mediaType: file['media_type'] as string,
    disposition: dispositionOf((file['name'] as string | null) ?? ''),
    bytes,
  };
}
