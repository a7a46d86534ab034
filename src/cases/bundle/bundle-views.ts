import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { day, startOfDay } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { calendarOf } from '#calendar/index.ts';
import { settingOf } from '#settings/index.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import type { CaseFile } from '../file/case-file.ts';
import { caseRules } from '../rules.ts';
import { lightOf, marksAt } from '../views/lights.ts';
import { bundle, type Bundle } from './bundle.ts';
import { INVOLVED, seenBy } from './for-department.ts';
import { limitsOfWhole } from './whole.ts';

const COLUMNS = [
  'id',
  'number',
  'state',
  'itemCode',
  'itemName',
  'department',
  'outcome',
  'waitsFor',
  'openBranches',
  'acceptedAt',
  'isJoint',
  'legalClock',
  'legalDueAt',
  'promisedDueAt',
  'correctionAskedAt',
  'correctedAt',
  'decidedAt',
  'endedAt',
  'workingDaysUsed',
] as const;
type Child = Pick<CaseFile, (typeof COLUMNS)[number]>;

/**
 * 一件事进展 — `{ id, number, state, themeName, legalDueAt, promisedDueAt, light, notAccepted, cases: [case] }`: where each
 * case of a bundle stands, who holds it, what it waits for, and the two dates of the whole with the light of the statutory
 * one. A bundle handled jointly has one statutory date from the first acceptance; else the dates are those of its longest
 * case, and while `notAccepted` cases are still to be accepted there are none. The cases stand in the order of their stages.
 * For who sees the bundle, or has a case or a branch of it.
 */
export const bundleCourse = view({
  name: 'cases.bundle-course',
  title: '一件事进展',
  path: '/bundles/{id}/course',
  may: { ...bundle.see, ...INVOLVED },
  query: Type.Object({ id: Type.String({ title: '一件事办件', format: 'uuid' }) }),
  read: async ({ db, query, by, app, now }) => {
    const [found] = (await db
      .selectFrom('bundle')
      .select(['id', 'number', 'state', 'themeName', 'parts', 'isTogether'])
      .where('id', '=', query.id)
      .where(sql<boolean>`${seenBy({ by, app })}`)
      .execute()) as unknown as readonly Bundle[];
    const { parts, ...mine } = found ?? refuse('lib.not-found');
    const rows = (await db
      .selectFrom('case_file')
      .select(COLUMNS)
      .where('bundle', '=', query.id)
      .execute()) as unknown as readonly Child[];
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const cases = parts.flatMap(({ caseId, stage }) => {
      const row = rows.find(({ id }) => id === caseId);
      return row ? [{ ...row, stage, departmentName: tree.nameOf(row.department) }] : [];
    });
    const calendar = calendarOf(app);
    const whole = limitsOfWhole(rows, calendar);
    const marks = marksAt({ calendar, rules: settingOf(app, caseRules), now });
    const light = mine.state === 'open' ? lightOf(whole.legalDueAt, marks) : null;
    return { ...mine, ...whole, light, cases: cases.map((each) => ({ ...each, legalClock: undefined })) };
  },
});

const METER = ['copies', 'trips', 'days'] as const;

async function totals(db: Reader, year: number, seen: ReturnType<typeof withinSight>) {
  const [from, to] = [year, year + 1].map((each) => startOfDay(day(`${each}-01-01`)));
  const parts = METER.flatMap((what) =>
    ['alone', 'together', 'saved'].map((kind) => {
      const name = `${what}_${kind}`;
      return sql`coalesce(sum(${sql.ref(name)}), 0)::int as ${sql.ref(name)}`;
    }),
  );
  const { rows } = await sql<Readonly<Record<string, unknown>>>`
    select json_build_object('bundles', count(days_took)::int,
        'daysTogether', coalesce(sum(days_together) filter (where days_took is not null), 0)::int,
        'daysTook', coalesce(sum(days_took), 0)::int) as over,
      count(*)::int as bundles, coalesce(sum(cases), 0)::int as cases, ${sql.join(parts)} from bundle
      where applied_at >= ${from}::timestamptz and applied_at < ${to}::timestamptz and ${seen}`.execute(db);
  return rows[0]!;
}

/**
 * 一件事成效 — `{ year, bundles, cases, copiesAlone, copiesTogether, copiesSaved, tripsAlone, …, daysSaved, over: { bundles,
 * daysTogether, daysTook } }`: what the
 * bundles applied for in a year asked, beside what their items would have asked one by one. Sums of the columns of the same
 * names; bundles whose days cannot be added up count none. `over`: of those that are over, what they were promised together
 * beside what they really took, working days from the application to the last decision. As far as the asker sees bundles.
 */
export const bundleSavings = view({
  name: 'cases.bundle-savings',
  title: '一件事成效',
  path: '/bundles/savings',
  may: bundle.see,
  query: Type.Object({ year: Type.String({ title: '年度', pattern: '^20[0-9]{2}$' }) }),
  read: async ({ db, query, by, app }) => {
    const seen = withinSight(bundle, by, app) ?? refuse('lib.missing-role', { title: '查看一件事' });
    return { year: Number(query.year), ...(await totals(db, Number(query.year), seen)) };
  },
});
