import { rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Branch } from '../branch/branch.ts';
import type { CaseFile } from '../file/case-file.ts';
import { surveyUnit, type SurveyUnit } from './survey-unit.ts';
import './refusals.ts';

type Asked = { readonly row: Pick<Branch, 'caseId'> };
/** The departments that go out for a case, as a need of its branches. */
export const goingOut = rows(surveyUnit, ({ row }: Asked) => ({ caseId: row.caseId }));

interface Seeing {
  readonly caseFile: Pick<CaseFile, 'openSurveys' | 'isSurveyPassed'>;
  readonly units: readonly Pick<SurveyUnit, 'department' | 'state'>[];
}
/**
 * Refuses the consent of a department that has to look at the place and has not: one that the item sends, until it has
 * said what it found or the survey is concluded without it, and one that still goes along on a survey. Pure.
 */
export function refuseUnseen(
  { department, isSeenFirst }: Pick<Branch, 'department' | 'isSeenFirst'>,
  { caseFile, units }: Seeing,
): void {
  const own = new Set(units.filter((each) => each.department === department).map(({ state }) => state));
  if (own.has('going')) refuse('cases.branch-unseen');
  if (isSeenFirst !== true || own.has('recorded')) return;
  if ((caseFile.openSurveys ?? 0) > 0 || caseFile.isSurveyPassed === null) refuse('cases.branch-unseen');
}
