import { Type, type Static } from 'typebox';
import { folded } from '#catalogue/index.ts';
import { refuse } from '#lib/refusal.ts';
import type { CaseFile } from '../file/case-file.ts';
import { PAPER_NAME, type Paper, type RestsOn } from '../file/paper.ts';
import { keepsPapers } from '../file/rests-on.ts';
import type { ThemeEdition } from './papers.ts';
import './refusals.ts';

/** 此前已交的材料 — each with the number under which the office has it: nothing is waived by its name alone. */
export const HeldField = Type.Array(
  Type.Object({
    paper: Type.String({ title: '材料', ...PAPER_NAME }),
    number: Type.String({ title: '所在办件的编号或结果文书号', minLength: 2, maxLength: 60, pattern: '\\S' }),
  }),
  { title: '此前已交、不必再交的材料', maxItems: 200 },
);

/** A paper that the office has already of this applicant: where, and its file. */
export interface Evidence {
  readonly paper: string;
  readonly document: string | null;
  readonly because: string;
  readonly restsOn: RestsOn;
}
interface Looked {
  /** The cases of the same applicant, found by the keyed hash of the document number. */
  readonly own: readonly CaseFile[];
  readonly editions: readonly ThemeEdition[];
}

const isCalled = (name: string, each: { readonly name: string }): boolean =>
  folded(each.name) === folded(name);

/** Refuses a paper that no item asks for, and an original: that one lies with the case it was handed in for. */
function refuseUnheld(name: string, { editions }: Looked): void {
  const asked = editions
    .flatMap(({ elements }) => elements.materials ?? [])
    .filter((each) => isCalled(name, each));
  if (asked.length === 0) refuse('cases.unknown-paper', { names: name });
  if (asked.some(({ kind }) => kind === 'original')) refuse('cases.held-original', { paper: name });
}

/** What was handed in with a case that still keeps its papers. */
function inCase(name: string, number: string, { own }: Looked): readonly [CaseFile, Paper] | undefined {
  const mine = own.filter(
    (each) => (each.number === number || each.resultNumber === number) && keepsPapers(each),
  );
  return mine
    .flatMap((each) => each.papers.map((paper) => [each, paper] as const))
    .find(([, paper]) => paper.state === 'present' && isCalled(name, paper));
}

/** The papers that need not be brought again, each as it was found. Refuses what was not handed in under its number. Pure. */
export const evidenceOf = (held: Static<typeof HeldField>, looked: Looked): readonly Evidence[] =>
  held.map(({ paper: name, number }) => {
    refuseUnheld(name, looked);
    const [found, { document }] =
      inCase(name, number.trim(), looked) ?? refuse('cases.not-held', { paper: name, number });
    const because = `不用交：此前已在「${found.itemName}」（${found.number}）交过`;
    return { paper: name, document, because, restsOn: { caseId: found.id, what: 'paper' } };
  });

/** The papers of a case or of the whole with where those lie that need not be brought. Pure. */
export const withEvidence = <P extends Paper>(
  papers: readonly P[],
  evidence: readonly Evidence[],
): readonly P[] =>
  papers.map((paper) => {
    const found = evidence.find((each) => isCalled(each.paper, paper));
    if (!found || paper.state !== 'waived') return paper;
    const { document, because, restsOn } = found;
    return { ...paper, document, because, restsOn };
  });
