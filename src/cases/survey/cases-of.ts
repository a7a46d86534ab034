import { rows } from '#lib/action/need.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';
import type { Survey } from './survey.ts';
import { surveyUnit } from './survey-unit.ts';

type Asked = { readonly row: Pick<Survey, 'id' | 'caseId' | 'project' | 'bundle'> };
/** What an action on a survey must have on the table: the departments that go, and whatever case may share the trip. */
export const tripNeeds = {
  units: rows(surveyUnit, ({ row }: Asked) => ({ surveyId: row.id })),
  ofProject: rows(caseFile, ({ row: { project, caseId } }: Asked) =>
    project === null ? { id: caseId } : { project },
  ),
  ofBundle: rows(caseFile, ({ row: { bundle, caseId } }: Asked) =>
    bundle === null ? { id: caseId } : { bundle },
  ),
};
export interface Shared {
  readonly survey: Survey;
  readonly caseFile: CaseFile;
  readonly ofProject: readonly CaseFile[];
  readonly ofBundle: readonly CaseFile[];
}

/** The cases that still wait for a survey, the one it was asked for first; those that ended meanwhile are left out. Pure. */
export function waiting({ survey: mine, caseFile: file, ofProject, ofBundle }: Shared): readonly CaseFile[] {
  const byId = new Map([file, ...ofProject, ...ofBundle].map((each) => [each.id, each]));
  return mine.cases
    .flatMap((id) => byId.get(id) ?? [])
    .filter(({ state }) => UNDECIDED.some((each) => each === state));
}
