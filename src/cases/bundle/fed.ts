import { askedIf, find, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import type { Paper } from '../file/paper.ts';
import { bundle, type Bundle } from './bundle.ts';
import './refusals.ts';

type Asked = { readonly row: Pick<CaseFile, 'bundle'> };
/** The bundle of a case and the cases of it; nothing is looked up for a case of none. */
export const fedNeeds = {
  whole: askedIf(
    ({ row }: Asked) => row.bundle !== null,
    find(bundle, ({ row }: Asked) => ({ id: row.bundle! })),
    null,
  ),
  fellows: askedIf(
    ({ row }: Asked) => row.bundle !== null,
    rows(caseFile, ({ row }: Asked) => ({ bundle: row.bundle })),
    [],
  ),
};

/** A paper that was the result of another case, which was revoked since. */
interface Lost {
  readonly paper: string;
  readonly source: CaseFile;
}
/** Handed on by the office at the decision of that case; what the applicant brought instead says no such thing. */
const isOf = ({ at, because }: Paper, source: CaseFile | undefined): boolean =>
  because !== null && at === source?.decidedAt;
/** Those papers of a case that came from a result since revoked and that nobody has replaced. Pure. */
export const lostPapers = (
  { id, papers }: CaseFile,
  { parts }: Pick<Bundle, 'parts'>,
  fellows: readonly CaseFile[],
): readonly Lost[] =>
  (parts.find(({ caseId }) => caseId === id)?.waitsFor ?? []).flatMap(({ code, paper }) => {
    const source = fellows.find(({ itemCode }) => itemCode === code);
    const isHere = papers.some(
      (each) => each.name === paper && each.state === 'present' && isOf(each, source),
    );
    return source?.state === 'revoked' && isHere ? [{ paper, source }] : [];
  });

/** The papers without those: to be brought anew, for the reason that the page of the case shows. Pure. */
export const papersWithout = (
  { papers, acceptedAt }: Pick<CaseFile, 'papers' | 'acceptedAt'>,
  lost: readonly Lost[],
): CaseFile['papers'] =>
  papers.map((each) => {
    const found = lost.find(({ paper }) => paper === each.name);
    if (!found) return each;
    const because = `「${found.source.itemName}」（${found.source.number}）的决定已撤销，其结果不能再用，须另行提供`;
    return {
      ...each,
      state: acceptedAt === null ? 'missing' : 'outstanding',
      at: null,
      document: null,
      because,
    };
  });

interface Granting {
  readonly caseFile: CaseFile;
  readonly whole: Bundle | null;
  readonly fellows: readonly CaseFile[];
}
/** Refuses a grant that would rest on a result that was revoked. */
export function refuseLost({ caseFile: mine, whole, fellows }: Granting): void {
  const [lost] = whole === null ? [] : lostPapers(mine, whole, fellows);
  if (lost)
    refuse('cases.source-revoked', {
      paper: lost.paper,
      source: `${lost.source.itemName}（${lost.source.number}）`,
    });
}
