import { attachment, type Attachment } from '#documents/index.ts';
import { create, type Write } from '#lib/action/action.ts';
import type { CaseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import type { AskedOnline } from './asked-online.ts';
import type { DraftFile } from './case-draft.ts';
import { namesByPaper } from './file-names.ts';
import { moved } from './sending.ts';

type Values = { readonly id: string; readonly papers: readonly Paper[] };
const valuesOf = ({ values }: Write): Values => values as unknown as Values;
/** Far from the ids of the bundle and its cases. */
const FIRST_COPY = 1000;

interface Handed {
  readonly asking: AskedOnline;
  readonly files: readonly Attachment[];
  /** Which paper each is. */
  readonly drafted: readonly DraftFile[];
  readonly who: Partial<CaseFile>;
  readonly id: (n: number) => string;
}

/** The cases a file is of, in order: all that ask for its paper; the first of the bundle when none does. */
function owners(file: Attachment, cases: readonly Values[], { asking }: Handed): readonly string[] {
  const paper = asking.papers.find(({ files }) => files.includes(file.id))?.name;
  const asks = cases.filter(({ papers }) =>
    papers.some(({ name, state }) => name === paper && state === 'present'),
  );
  return (asks.length > 0 ? asks : cases.slice(0, 1)).map(({ id }) => id);
}

/**
 * A paper that several cases ask for is handed in once and lies with each of them, one content under its own record: each
 * department opens what it decides on. The cases with who applied and their files, and what becomes of the files. Pure.
 */
export function withFilesOfAll(writes: readonly Write[], handed: Handed): readonly Write[] {
  const cases = writes.map(valuesOf);
  const kept = handed.files.filter(({ state }) => state === 'kept');
  const placed = kept.flatMap((file) =>
    owners(file, cases, handed).map((subject, n) => ({ file, subject, n })),
  );
  const copies = placed.flatMap((each, k) =>
    each.n === 0 ? [] : [{ ...each, id: handed.id(FIRST_COPY + k) }],
  );
  const ofCase = (caseId: string, file: string): string =>
    copies.find(({ file: from, subject }) => from.id === file && subject === caseId)?.id ?? file;
  const documentOf = (caseId: string, { name, state, document }: Paper): string | null => {
    const first = handed.asking.papers.find((each) => each.name === name)?.files[0];
    return state !== 'present' ? document : first === undefined ? null : ofCase(caseId, first);
  };
  const withWho = writes.map((each) => {
    const { id, papers } = valuesOf(each);
    const shown = papers.map((paper) => ({ ...paper, document: documentOf(id, paper) }));
    return { ...each, values: { ...each.values, ...handed.who, papers: shown } };
  });
  const firstOf = (file: string): string =>
    placed.find((each) => each.n === 0 && each.file.id === file)!.subject;
  const names = namesByPaper(kept, handed.drafted);
  const copied = copies.map(
    ({ file: { id: of, number: _number, version: _version, ...file }, subject, id }) =>
      create(attachment, {
        ...file,
        id,
        subjectNoun: 'case-file',
        subject,
        name: names.get(of) ?? file.name,
      }),
  );
  return [...withWho, ...moved({ files: kept, drafted: handed.drafted }, firstOf), ...copied];
}
