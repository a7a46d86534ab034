import { Type, type Static } from 'typebox';
import { action, change, create, type Write } from '#lib/action/action.ts';
import { find, fromHeld, holding, rows } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import type { Instant } from '#lib/time.ts';
import { courseOf, itemEdition, type ItemEdition } from '#catalogue/index.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { branch } from '../branch/branch.ts';
import { caseFile, type CaseFile } from '../file/case-file.ts';
import { Reason } from '../file/fields.ts';
import { refuseConflict } from '../file/separation.ts';
import { connection, type Connection } from '../utilities/connection.ts';
import { OPEN, SERVICES } from '../utilities/words.ts';
import { ORGANISES, TellingWords } from './fields.ts';
import { repeated } from './looked.ts';
import { together, unitsOf, wantedBy, type Going } from './plan.ts';
import { survey } from './survey.ts';

const Wish = Type.Object({
  site: TellingWords('勘查地点', 200),
  reason: Reason('勘查事由'),
  departments: Type.Optional(
    Type.Array(Type.String({ format: 'uuid', ref: 'organisation' }), {
      title: '同去单位（事项要求的之外）',
      maxItems: 20,
      uniqueItems: true,
    }),
  ),
  answers: Type.Optional(
    Type.String({ title: '回应哪次未通过的勘查（复勘时必填）', format: 'uuid', ref: 'survey' }),
  ),
});
type Wished = Static<typeof Wish>;
const alsoGoing = fromHeld(organisationTree, (tree, { input }: { readonly input: Wished }) =>
  (input.departments ?? []).map((id): Going => {
    const message = '没有这个单位，或它已撤销';
    if (tree.organisations.get(id)?.isActive === true) return { department: id, conditions: [] };
    return refuse('organisations.no-organisation', {}, { fields: [{ path: 'departments', message }] });
  }),
);

interface Asking {
  readonly file: CaseFile;
  readonly input: Wished;
  readonly edition: ItemEdition | null;
  readonly also: readonly Going[];
  readonly tree: OrganisationTree;
  readonly by: { readonly id: string };
  readonly now: Instant;
  readonly id: (n: number) => string;
}
/**
 * A survey of one case, with all departments that its edition sends, and those that found something not met before; where
 * it sends none, the deciding one goes.
 */
function wished({ file, input, edition, also, tree, by, now, id }: Asking): readonly Write[] {
  refuseConflict(file, by);
  const again = repeated(file, input.answers);
  const going = together(wantedBy(courseOf(edition?.elements ?? {}).surveys, tree), again.going, also);
  const trip = {
    id: id(0),
    state: 'asked',
    caseId: file.id,
    caseNumber: file.number,
    itemName: file.itemName,
    department: file.department,
    place: file.place,
    cases: [file.id],
    project: file.project,
    bundle: file.bundle,
    answers: again.answers,
    site: input.site.trim(),
    reason: input.reason,
    askedAt: now,
    askedBy: by.id,
    visitAt: null,
  } as const;
  const those = going.length > 0 ? going : [{ department: file.department, conditions: [] }];
  return [create(survey, trip), ...unitsOf(trip, those)];
}
const oneMore = ({ openSurveys }: CaseFile): number => (openSurveys ?? 0) + 1;

/** 公用报装: every firm that is still at it goes along on the one survey. */
const firmsOf = (connections: readonly Connection[]): readonly Going[] =>
  connections
    .filter(({ state }) => OPEN.some((each) => each === state))
    .map(({ firm, service }) => ({ department: firm, conditions: [`${SERVICES[service]}接入条件`] }));

/** 提出现场勘查 — nothing is decided from now on until it is concluded; no clock stands still yet. */
export const askSurvey = action(caseFile, {
  name: 'ask-survey',
  title: '提出现场勘查',
  about: '按事项要求列出同去单位和查看内容，多个单位一次去；勘查结论前不得作出决定',
  may: ORGANISES,
  from: ['accepted'],
  to: ['accepted'],
  input: Wish,
  needs: {
    edition: find(itemEdition, ({ row }: { readonly row: Pick<CaseFile, 'itemEdition'> }) => ({
      id: row.itemEdition,
    })),
    also: alsoGoing,
    connections: rows(connection, ({ row }: { readonly row: Pick<CaseFile, 'id'> }) => ({ caseId: row.id })),
    tree: holding(organisationTree),
  },
  decide: ({ caseFile: file, connections, also, ...given }) => [
    { state: 'accepted', openSurveys: oneMore(file) },
    ...wished({ file, also: together(firmsOf(connections), also), ...given }),
  ],
});

/** 请求现场勘查 — by a department that was asked for its opinion and has to see the place first. It goes along itself. */
export const askFromBranch = action(branch, {
  name: 'ask-survey',
  title: '请求现场勘查',
  about: '审批分支的部门须到现场查看后才能提出意见的，提出一次联合勘查',
  may: { 'cases.approver': 'department', 'cases.decider': 'department' },
  from: ['asked'],
  to: ['asked'],
  input: Wish,
  needs: { also: alsoGoing, tree: holding(organisationTree) },
  when: (row) => row.kind === 'opinion',
  decide({ branch: mine, caseFile: file, also, ...given }) {
    if (file.state !== 'accepted') refuse('cases.not-in-examination');
    const self = { department: mine.department, conditions: [] };
    return [
      { state: 'asked' },
      change(caseFile, file, { openSurveys: oneMore(file) }),
      ...wished({ file, edition: null, also: together([self], also), ...given }),
    ];
  },
});
