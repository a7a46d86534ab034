import type { Attachment } from '#documents/index.ts';
import type { DraftFile } from './case-draft.ts';

const LONGEST = 100;
const ENDING = /\.[A-Za-z0-9]{1,5}$/;

const stemOf = (paper: string): string => paper.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, LONGEST);
/** `身份证 1.jpg`: of a paper, its first file. */
const nameOf = (paper: string, rank: number, kept: string): string =>
  `${stemOf(paper)} ${rank}${ENDING.exec(kept)?.[0].toLowerCase() ?? ''}`;

/**
 * The names under which files lie with a case, as a counter gives them: the paper, and which of its files. A phone calls
 * everything IMG_0001.jpg; whoever decides must see which paper it is. By id; a file of no paper keeps its own name. Pure.
 */
export function namesByPaper(
  files: readonly Pick<Attachment, 'id' | 'name'>[],
  drafted: readonly DraftFile[],
): ReadonlyMap<string, string> {
  const kept = new Map(files.map(({ id, name }) => [id, name]));
  const counted = new Map<string, number>();
  return new Map(
    drafted.flatMap(({ paper, attachment }) => {
      const own = kept.get(attachment);
      if (own === undefined || own === null) return [];
      const rank = (counted.get(paper) ?? 0) + 1;
      counted.set(paper, rank);
      return [[attachment, nameOf(paper, rank, own)] as const];
    }),
  );
}

const RANK = /\s*(?:\d{1,3}|[(（]\d{1,3}[)）])$/;
/** Whether a file lies under the name of a paper: `身份证.jpg`, `身份证 2.jpg`, `身份证(2).jpg`. Pure. */
export function isFileOf(file: string, paper: string): boolean {
  const stem = file.replace(ENDING, '').trim();
  const own = stemOf(paper).trim();
  return stem === own || stem.replace(RANK, '') === own;
}
