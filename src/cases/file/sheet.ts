import { attachment, type Attachment } from '#documents/index.ts';
import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { formatChinese, type Instant } from '#lib/time.ts';
import { isFileOf } from '../online/file-names.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import './refusals.ts';

type Asked = { readonly row: Pick<CaseFile, 'id'> };
/** The files of the case, among which the sheet is looked for. */
export const sheets = rows(attachment, ({ row }: Asked) => ({ subjectNoun: caseFile.name, subject: row.id }));

/** What somebody signed, or the office keeps. */
type Purpose =
  | '容缺受理承诺书'
  | '告知承诺书'
  | '撤回申请书'
  | '代领委托书'
  | '结果文书扫描件'
  | '听证笔录'
  | '放弃听证声明';
interface Sought {
  readonly attached: readonly Attachment[];
  readonly name: string;
  readonly purpose: Purpose;
  /** What the signature answers, and when that was: no sheet is older. */
  readonly since?: { readonly at: Instant; readonly what: string };
}
type Fault = { readonly code: string; readonly facts: Readonly<Record<string, string>> };
type Same = (id: string | null | undefined) => boolean;

/** What files of a case are kept for already, each purpose with its file. */
const usesOf = (mine: CaseFile): readonly (readonly [Purpose, string | null | undefined])[] => [
  ['容缺受理承诺书', mine.tolerancePromise?.sheet],
  ['告知承诺书', mine.commitmentSigned?.sheet],
  ['撤回申请书', mine.wishSigned?.sheet],
  ['代领委托书', mine.delivery?.sheet],
  ['结果文书扫描件', mine.resultFile],
  ['听证笔录', mine.hearing?.minutes],
  ...(mine.hearing?.waivers ?? []).map((sheet) => ['放弃听证声明', sheet] as const),
];

/** Refuses a file that is kept for another purpose. Pure. */
export function refuseUsed(mine: CaseFile, { id, name, number }: Attachment, purpose: Purpose): void {
  const use = usesOf(mine).find(([of, file]) => of !== purpose && file === id);
  if (use) refuse('cases.sheet-used', { name: name ?? number, use: use[0] });
}

/** The paper that a file answers, by its record or, laid at a counter, by its name; the same bytes are the same paper. */
const paperOf = (mine: CaseFile, isIt: Same, named: readonly string[]): string | undefined =>
  mine.papers.find(
    ({ name, state, document }) =>
      isIt(document) || (state === 'present' && named.some((each) => isFileOf(each, name))),
  )?.name;

/** Why a file is no sheet that was signed for this: null where it is one. Pure. */
function faultOf(
  cases: readonly CaseFile[],
  { attached, purpose, since }: Sought,
  file: Attachment,
): Fault | null {
  const name = file.name ?? file.number;
  const alike = attached.filter(({ sha256 }) => sha256 === file.sha256);
  const isIt: Same = (id) => alike.some((each) => each.id === id);
  const named = alike.flatMap((each) => each.name ?? []);
  for (const mine of cases) {
    const paper = paperOf(mine, isIt, named);
    if (paper !== undefined) return { code: 'cases.sheet-is-paper', facts: { name, paper } };
    const use = usesOf(mine).find(([of, id]) => of !== purpose && isIt(id));
    if (use) return { code: 'cases.sheet-used', facts: { name, use: use[0] } };
  }
  const own = cases.find(({ id }) => id === file.subject);
  const begun = { at: own?.receivedAt ?? file.uploadedAt, what: '本件收件' };
  const after = since !== undefined && since.at > begun.at ? since : begun;
  return file.uploadedAt >= after.at
    ? null
    : { code: 'cases.sheet-old', facts: { name, what: after.what, at: formatChinese(after.at) } };
}

/**
 * The scan of what was signed at a counter, of one case or of several in one matter: laid with it by the office after it came,
 * not before what it answers, no paper that was handed in and no file kept for another purpose. Refuses any other, with the
 * fault of the one that was laid last. Pure.
 */
export function sheetAmong(cases: readonly CaseFile[], sought: Sought): Attachment {
  const name = sought.name.trim();
  const isTheirs = ({ uploadedBy }: Attachment): boolean =>
    cases.some(({ applicant }) => applicant === uploadedBy);
  const named = sought.attached.filter(
    (each) => each.state === 'kept' && each.name === name && !isTheirs(each),
  );
  const sound = named.findLast((each) => faultOf(cases, sought, each) === null);
  if (sound) return sound;
  const last = named.at(-1) ?? refuse('cases.no-sheet', { name });
  const { code, facts } = faultOf(cases, sought, last)!;
  return refuse(code, facts);
}

/** What a signature before the acceptance answers: the notice of what lacks, where one was given. Pure. */
export const sinceNotice = ({
  correctionAskedAt: at,
}: Pick<CaseFile, 'correctionAskedAt'>): { readonly since?: { at: Instant; what: string } } =>
  at === null ? {} : { since: { at, what: '一次性告知' } };
