import { attachment, type Attachment } from '#documents/index.ts';
import { create, type Write } from '#lib/action/action.ts';
import { hangingOn } from '#lib/action/need.ts';
import { caseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';

type Asked = { readonly input: { readonly held?: readonly { readonly number: string }[] | undefined } };
/** The files of the cases that are named as having a paper already. */
export const evidenceFiles = hangingOn([attachment, 'subject'], caseFile, ({ input }: Asked) =>
  (input.held ?? []).flatMap(({ number }) => [{ number: number.trim() }, { resultNumber: number.trim() }]),
);

/** Far from the ids of the bundle, its cases and the files that come with it. */
const FIRST_COPY = 5000;

interface Copying {
  readonly files: readonly Attachment[];
  readonly id: (n: number) => string;
}
/**
 * A paper that lies with an earlier case lies with each case that goes without it too, one content under its own record:
 * each department opens what it decides on. The cases with their own files, and those files. Pure.
 */
export function withOwnCopies<C extends { readonly id: string; readonly papers: readonly Paper[] }>(
  cases: readonly C[],
  { files, id }: Copying,
): { readonly cases: readonly C[]; readonly copies: readonly Write[] } {
  const wanted = cases.flatMap((mine) =>
    mine.papers.flatMap(({ restsOn, document }) =>
      restsOn?.what === 'paper' && document !== null ? [{ subject: mine.id, document }] : [],
    ),
  );
  const copied = wanted.flatMap(({ subject, document }, n) => {
    const file = files.find((each) => each.id === document && each.state === 'kept');
    return file ? [{ file, subject, id: id(FIRST_COPY + n) }] : [];
  });
  const ownOf = (subject: string, document: string): string | null =>
    copied.find((each) => each.subject === subject && each.file.id === document)?.id ?? null;
  return {
    cases: cases.map((mine) => ({
      ...mine,
      papers: mine.papers.map((paper) =>
        paper.restsOn?.what === 'paper' && paper.document !== null
          ? { ...paper, document: ownOf(mine.id, paper.document) }
          : paper,
      ),
    })),
    copies: copied.map(
      ({ file: { id: _id, number: _number, version: _version, ...file }, subject, id: own }) =>
        create(attachment, { ...file, id: own, subjectNoun: caseFile.name, subject }),
    ),
  };
}
