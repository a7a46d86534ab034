import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { day, startOfDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { survey } from './survey.ts';

interface Counted {
  readonly department: string;
  readonly concluded: number;
  readonly passed: number;
  readonly days: number;
}

/**
 * 勘查中止天数 — `{ year, departments: [{ department, name, concluded, passed, days }] }`: surveys concluded in the year by
 * the department that decides, and for how many days the promises of their cases stood still. As far as the asker sees.
 */
export const givenBackView = view({
  name: 'cases.survey-days',
  title: '勘查中止天数',
  path: '/survey-days',
  may: survey.see,
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ db, query, by, app }) => {
    const seen = withinSight(survey, by, app) ?? refuse('lib.missing-role', { title: '查看现场勘查' });
    const year = Number(query.year);
    const [from, to] = [year, year + 1].map((each) => startOfDay(day(`${each}-01-01`)));
    const { rows } = await sql<Counted>`
      select department, count(*)::int as concluded, count(*) filter (where state = 'passed')::int as passed,
          coalesce(sum(days_given_back), 0)::int as days
        from survey
        where finished_at >= ${from}::timestamptz and finished_at < ${to}::timestamptz and ${seen}
        group by department order by days desc, department`.execute(db);
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    return { year, departments: rows.map((each) => ({ ...each, name: tree.nameOf(each.department) })) };
  },
});
