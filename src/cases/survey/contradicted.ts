import { change, type Write } from '#lib/action/action.ts';
import { rows, rowsOfEach } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import type { CalendarTable } from '#calendar/index.ts';
import { branch, type Branch } from '../branch/branch.ts';
import { askedBranch } from '../branch/clock.ts';
import { said, withAnswerer, withSaid } from '../branch/said.ts';
import type { CaseFile } from '../file/case-file.ts';
import { survey, type Survey } from './survey.ts';
import type { SurveyUnit } from './survey-unit.ts';
import type { Finding } from './words.ts';

/** The surveys that were asked for a case, as a need of its branches. */
export const tripsOf = rows(survey, ({ row }: { readonly row: Pick<Branch, 'caseId'> }) => ({
  caseId: row.caseId,
}));
/** The branches of every case that waits for a survey, as a need of the survey. */
export const branchesOf = rowsOfEach(branch, ({ row }: { readonly row: Pick<Survey, 'cases'> }) =>
  row.cases.map((caseId) => ({ caseId })),
);

interface Found {
  readonly caseFile: Pick<CaseFile, 'looked'>;
  readonly trips: readonly Pick<Survey, 'id' | 'state'>[];
  readonly units: readonly Pick<SurveyUnit, 'department' | 'surveyId' | 'results' | 'recordedAt'>[];
}
const OPEN: ReadonlySet<string> = new Set(['asked', 'scheduled', 'held', 'putting-right']);
/** What a department found last and not met: on a survey that is not concluded by its own record, else as the case knows it. Pure. */
export function standingUnmet(department: string, { caseFile, trips, units }: Found): readonly string[] {
  const open = new Set(trips.flatMap(({ id, state }) => (OPEN.has(state) ? id : [])));
  const own = units
    .filter((each) => each.department === department && each.recordedAt !== null && open.has(each.surveyId))
    .toSorted((a, b) => (a.recordedAt! < b.recordedAt! ? -1 : 1));
  const known = (caseFile.looked?.found ?? []).filter((each) => each.department === department);
  const now = own.flatMap(({ results }) => results ?? []);
  const last = new Map([...known, ...now].map(({ condition, result }) => [condition, result]));
  return [...last].flatMap(([condition, result]) => (result === 'unmet' ? condition : []));
}

/** Refuses the consent of a department against what it found itself and has not found put right. */
export function refuseUnmet({ department }: Pick<Branch, 'department'>, found: Found): void {
  const unmet = standingUnmet(department, found);
  if (unmet.length > 0) refuse('cases.branch-unmet', { conditions: unmet.join('、') });
}

const isUnmet = ({ result }: Pick<Finding, 'result'>): boolean => result === 'unmet';
/** Whether an opinion says the opposite of what its department found now: consent to what is not met, or an objection older than what is put right. */
function isContradicted(
  { department, state, kind, answeredAt }: Branch,
  { looked }: Pick<CaseFile, 'looked'>,
  units: readonly SurveyUnit[],
): boolean {
  const own = units.filter((each) => each.department === department && each.state === 'recorded');
  if (kind !== 'opinion' || own.length === 0) return false;
  const stands = own.some(({ results }) => results?.some(isUnmet) === true);
  if (state === 'agreed') return stands;
  const hadUnmet = (looked?.found ?? []).some((each) => each.department === department && isUnmet(each));
  const isOlder = own.some(({ recordedAt }) => recordedAt! > answeredAt!);
  return state === 'objected' && hadUnmet && !stands && isOlder;
}

interface Concluded {
  readonly survey: Pick<Survey, 'number'>;
  readonly units: readonly SurveyUnit[];
  readonly branches: readonly Branch[];
  readonly calendar: CalendarTable;
  readonly now: Instant;
}
/** 请重新审查 — the opinions of a case that its survey now contradicts are asked for again, with what they had said kept on them. Pure. */
export function askedAgain(
  file: CaseFile,
  { survey: { number }, units, branches, calendar, now }: Concluded,
): { readonly patch: Partial<CaseFile>; readonly writes: readonly Write[] } {
  const again = branches.filter(
    (each) => each.caseId === file.id && each.answeredAt !== null && isContradicted(each, file, units),
  );
  if (again.length === 0) return { patch: {}, writes: [] };
  const request = `现场勘查 ${number} 的结果与此前意见不一致，请重新审查`;
  return {
    patch: { openBranches: (file.openBranches ?? 0) + again.length, examinedAt: null },
    writes: again.map((each) =>
      change(branch, each, {
        ...askedBranch(each, file, { calendar, now }),
        request,
        saidBefore: withSaid(
          each,
          said(each.state === 'agreed' ? '同意' : '不同意', each.opinion ?? '', each.answeredAt!),
          said('请重新审查', request, now),
        ),
        opinion: null,
        answeredAt: null,
        answeredBy: null,
        answeredBefore: withAnswerer(each),
        isInTime: null,
      }),
    ),
  };
}
