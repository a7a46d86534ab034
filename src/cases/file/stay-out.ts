import type { Action } from '#lib/action/action.ts';
import { rowsOfEach, type Need } from '#lib/action/need.ts';
import { rootOf } from '#lib/action/noun.ts';
import { APPLICANT } from '#people/index.ts';
import { DECLARING } from '../after/conflict.ts';
import { bundle } from '../bundle/bundle.ts';
import { survey } from '../survey/survey.ts';
import { caseFile, type CaseFile } from './case-file.ts';
import { refuseConflict } from './separation.ts';

type Of<R> = { readonly row: R };
const ofSurvey = rowsOfEach(caseFile, ({ row }: Of<{ readonly cases: readonly string[] }>) =>
  row.cases.map((id) => ({ id })),
);
const ofBundle = rowsOfEach(caseFile, ({ row }: Of<{ readonly id: string }>) => [{ bundle: row.id }]);
/** The cases that an action on one of several touches besides its root: all that a survey takes along, all of a bundle. */
const TOUCHED = new Map<string, Need<never, readonly CaseFile[]>>([
  [survey.name, ofSurvey],
  [bundle.name, ofBundle],
]);

interface Given {
  readonly caseFile?: CaseFile;
  readonly touchedCases?: readonly CaseFile[];
  readonly by: { readonly id: string };
}

/**
 * 回避 at the one place where all actions come together: whoever declared an interest in a case does nothing to it, to what
 * hangs on it, nor to a survey or bundle it is in, and opens none of its sealed names. Left are declaring, and what an
 * applicant does in their own case.
 */
export function stayingOut(action: Action): Action {
  const { noun, from, may, decide } = action;
  const isOfCase = noun === caseFile || rootOf(noun) === caseFile || noun === bundle;
  const isApplicants = Object.keys(may).every((role) => role === APPLICANT);
  if (from === null || !isOfCase || isApplicants || DECLARING.has(action)) return action;
  const touched = TOUCHED.get(noun.name);
  return {
    ...action,
    needs: touched ? { ...action.needs, touchedCases: touched } : action.needs,
    decide: (given: never): unknown => {
      const { caseFile: mine, touchedCases = [], by } = given as Given;
      for (const each of mine ? [mine, ...touchedCases] : touchedCases) refuseConflict(each, by);
      return decide(given);
    },
  };
}
