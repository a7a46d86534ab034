import type { ScopeTree } from '#lib/action/person.ts';
import { refuse } from '#lib/refusal.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import type { Account } from '#people/index.ts';
import type { Branch } from '../../branch/branch.ts';
import type { CaseFile } from '../../file/case-file.ts';
import { refuseConflict } from '../../file/separation.ts';
import type { SurveyUnit } from '../../survey/survey-unit.ts';
import type { Hearing } from './hearing.ts';

interface Naming {
  readonly hearing: Pick<Hearing, 'toldBy'>;
  readonly caseFile: CaseFile;
  readonly branches: readonly Branch[];
  readonly surveyUnits: readonly SurveyUnit[];
  readonly presider: Account | null;
  readonly tree: Pick<OrganisationTree, 'organisations'> & Pick<ScopeTree, 'within'>;
}

/** Who has looked at the application: accepted it, told the right, gave an opinion, saw the place. Pure. */
const examined = ({ hearing: mine, caseFile: file, branches, surveyUnits }: Naming) =>
  new Set([
    file.acceptedBy,
    mine.toldBy,
    ...branches.flatMap(({ answeredBy, answeredBefore }) => [answeredBy, ...(answeredBefore ?? [])]),
    ...surveyUnits.map(({ recordedBy }) => recordedBy),
  ]);

/** 行政审批服务局, 政务服务中心: what the body that runs the hall is called in any county. */
const BUREAU = /行政审批|政务服务/;
/** Whether somebody works for the body that decides or for the bureau: no firm, and no other body, holds its hearing. Pure. */
function isStaff({ organisation }: Account, { caseFile: file, tree }: Naming): boolean {
  const office = organisation === null ? undefined : tree.organisations.get(organisation);
  if (office === undefined || office.kind === 'utility') return false;
  const parent = office.parent === null ? undefined : tree.organisations.get(office.parent);
  const isBureau = [office, parent].some((each) => each !== undefined && BUREAU.test(each.name));
  return isBureau || tree.within(file.department, office.id);
}

const refuseNamed = (code: 'cases.hearing-no-presider' | 'cases.hearing-presider-office', message: string) =>
  refuse(code, {}, { fields: [{ path: 'presider', message }] });
/**
 * Refuses nobody, somebody who has left, who is staff neither of the deciding department nor of the bureau, who examined the
 * application, and who declared an interest (行政许可法 48). Pure.
 */
export function getPresider(given: Naming): Account {
  const found = given.presider;
  if (found === null || found.state === 'disabled')
    return refuseNamed('cases.hearing-no-presider', '没有这个账号');
  if (!isStaff(found, given))
    return refuseNamed('cases.hearing-presider-office', '不是审批部门或者行政审批服务局的工作人员');
  if (examined(given).has(found.id)) refuse('cases.hearing-presider', { name: found.name });
  refuseConflict(given.caseFile, found);
  return found;
}
