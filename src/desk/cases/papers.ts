import type { Paper } from '#cases/file/paper.ts';

interface Filed {
  readonly id: string;
  readonly name: string | null;
}
type Named = Pick<Paper, 'name' | 'document'>;

/** The files of a paper: the one it names, and those that lie under its name (`身份证 1.jpg`). Pure. */
export function filesOfPaper<F extends Filed>({ name, document }: Named, files: readonly F[]): readonly F[] {
  const beginning = `${name.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 100)} `;
  return files.filter(({ id, name: own }) => id === document || own?.startsWith(beginning) === true);
}
/** Those that are no paper's. Pure. */
export function filesBeside<F extends Filed>(papers: readonly Named[], files: readonly F[]): readonly F[] {
  const taken = new Set(papers.flatMap((paper) => filesOfPaper(paper, files)).map(({ id }) => id));
  return files.filter(({ id }) => !taken.has(id));
}
