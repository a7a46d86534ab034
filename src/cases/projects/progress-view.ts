import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { instantOf, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { STATES, type CaseState } from '../words.ts';
import { project, type Project } from './project.ts';
import { projectWindows } from './windows.ts';
import { STAGE_ORDER, STAGES, type ProjectStage } from './words.ts';

interface Hung {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly itemName: string;
  readonly department: string;
  readonly projectStage: ProjectStage;
  readonly legalDueAt: Date | null;
  readonly promisedDueAt: Date | null;
}
const at = (value: Date | null): Instant | null => (value === null ? null : instantOf(new Date(value)));

async function casesOf(db: Reader, id: string): Promise<readonly Hung[]> {
  const { rows } = await sql<Hung>`
    select id, number, state, item_name, department, project_stage, legal_due_at, promised_due_at
      from case_file where project = ${id}::uuid order by id`.execute(db);
  return rows;
}
async function besides(db: Reader, id: string) {
  const { rows } = await sql<Readonly<Record<'surveys' | 'openSurveys' | 'meetings' | 'openTasks', number>>>`
    select (select count(*)::int from survey where project = ${id}::uuid) as surveys,
        (select count(*)::int from survey where project = ${id}::uuid
          and state in ('asked', 'scheduled', 'held', 'putting-right')) as open_surveys,
        (select count(*)::int from coordination_meeting where project_id = ${id}::uuid) as meetings,
        (select count(*)::int from meeting_follow_up where project_id = ${id}::uuid and state = 'open')
          as open_tasks`.execute(db);
  return rows[0]!;
}

const standing = ({ stage, state, finished }: Project, one: ProjectStage): string =>
  finished.some((each) => each.stage === one)
    ? 'finished'
    : state === 'open' && stage === one
      ? 'current'
      : 'ahead';

/**
 * 项目进度 — `{ id, number, name, state, stages: [{ stage, title, window, standing, finishedAt, cases }], surveys, openSurveys,
 * meetings, openTasks }`: the four stages with the window of each, `finished`, `current` or `ahead`, and the cases that hang
 * on it with their limits. For whoever may see the project.
 */
export const progressView = view({
  name: 'cases.project-progress',
  title: '项目进度',
  path: '/projects/{key}/progress',
  may: project.see,
  query: Type.Object({ key: Type.String({ title: '标识或项目代码', maxLength: 100 }) }),
  read: async ({ db, query: { key }, by, app }) => {
    const row = (await getRow(project, key, { by, app })) as Project;
    const [cases, counts] = await Promise.all([casesOf(db, row.id), besides(db, row.id)]);
    const windows = settingOf(app, projectWindows);
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const stages = STAGE_ORDER.map((stage) => ({
      stage,
      title: STAGES[stage],
      window: windows[stage],
      standing: standing(row, stage),
      finishedAt: row.finished.find((each) => each.stage === stage)?.at ?? null,
      cases: cases
        .filter(({ projectStage }) => projectStage === stage)
        .map((each) => ({
          ...each,
          stateTitle: STATES[each.state],
          departmentName: tree.nameOf(each.department),
          legalDueAt: at(each.legalDueAt),
          promisedDueAt: at(each.promisedDueAt),
        })),
    }));
    const { id, number, name, state } = row;
    return { id, number, name, state, stages, ...counts };
  },
});
