import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { branch } from '../branch/branch.ts';
import { caseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { BESIDE, hasLight, LIGHTS, marksAt, RUNS, type Marks } from './lights.ts';

/** How many stand at each light; `still` are those whose clock stands still. */
interface Tally {
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly still: number;
}
const NOTHING: Tally = { green: 0, yellow: 0, red: 0, still: 0 };
/** 法定、承诺、部门答复; 一次性告知 (行政许可法 32), 送达 (44), 组织听证 (48) and the day until which a case is suspended. */
const CLOCKS = ['legal', 'promised', 'branches', 'telling', 'handing', 'hearing', 'suspended'] as const;
type Clock = (typeof CLOCKS)[number];
type Counted = Tally & { readonly department: string; readonly clock: Clock };

/** One line for each department: the lights of one date column. */
const tally = (
  clock: Clock,
  dueAt: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  marks: Marks,
): RawBuilder<unknown> => sql`
  select department, ${clock}::text as clock, count(*) filter (where ${dueAt} is null)::int as still,
      ${sql.join(LIGHTS.map((light) => sql`count(*) filter (where ${hasLight(light, dueAt, marks)})::int as ${sql.ref(light)}`))}
    from ${from} group by department`;

interface Sights {
  readonly files: RawBuilder<unknown>;
  readonly branches: RawBuilder<unknown>;
}
async function counted(db: Reader, { files, branches }: Sights, marks: Marks): Promise<readonly Counted[]> {
  const open = sql`case_file where ${RUNS} and ${files}`;
  const asked = sql`case_branch where state = 'asked' and ${branches}`;
  const { rows } = await sql<Counted>`${sql.join(
    [
      tally('legal', sql`legal_due_at`, open, marks),
      tally('promised', sql`promised_due_at`, open, marks),
      tally('branches', sql`due_at`, asked, marks),
      ...BESIDE.map(({ clock, dueAt, open: when }) =>
        tally(clock, dueAt, sql`case_file where ${when} and ${files}`, marks),
      ),
    ],
    sql` union all `,
  )}`.execute(db);
  return rows;
}

/**
 * 红黄牌 — `{ yellowUntil, departments: [{ department, name, legal, promised, branches, telling, handing, hearing, suspended }] }`,
 * each a `{ green, yellow, red, still }`: how many cases under examination stand where, by the statutory and by the promised
 * clock, how many branches each department was asked, which papers nobody has answered yet, which decisions are not handed
 * over, who waits to be heard, and which suspended cases are past their end. The worst department first. As far as the asker sees.
 */
export const boardView = view({
  name: 'cases.lights',
  title: '红黄牌',
  path: '/cases/lights',
  may: { 'cases.inspector': 'place', 'cases.decider': 'department' },
  query: Type.Object({}),
  read: async ({ db, by, app, now }) => {
    const files = withinSight(caseFile, by, app) ?? refuse('lib.missing-role', { title: '查看办件' });
    const branches = withinSight(branch, by, app) ?? refuse('lib.missing-role', { title: '查看办件' });
    const marks = marksAt({ calendar: calendarOf(app), rules: settingOf(app, caseRules), now });
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const lines = Map.groupBy(await counted(db, { files, branches }, marks), (line) => line.department);
    const departments = [...lines].map(([department, own]) => {
      const of = (clock: Clock): Tally => {
        const found = own.find((line) => line.clock === clock);
        if (!found) return NOTHING;
        const { green, yellow, red, still } = found;
        return { green, yellow, red, still };
      };
      return {
        department,
        name: tree.nameOf(department),
        ...(Object.fromEntries(CLOCKS.map((clock) => [clock, of(clock)])) as Record<Clock, Tally>),
      };
    });
    const worst = departments.toSorted(
      (a, b) =>
        b.legal.red - a.legal.red ||
        b.promised.red - a.promised.red ||
        b.branches.red - a.branches.red ||
        b.telling.red + b.handing.red - (a.telling.red + a.handing.red) ||
        (a.name < b.name ? -1 : 1),
    );
    return { yellowUntil: marks.yellowUntil, departments: worst };
  },
});
