import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import type { Reader } from '#lib/db/reader.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { caseRules } from '../rules.ts';
import { lightOf, marksAt } from '../views/lights.ts';
import { bundle, type Bundle } from './bundle.ts';
import { limitsOfWhole, type WholeCase } from './whole.ts';

type Shown = Pick<Bundle, 'id' | 'number' | 'themeName' | 'place' | 'isJoint' | 'cases' | 'openCases'>;
type Kept = WholeCase & { readonly bundle: string };

/** The open bundles that are seen, with what their clocks are reckoned from. */
async function openBundles(db: Reader, seen: RawBuilder<unknown>) {
  const found = (await db
    .selectFrom('bundle')
    .select(['id', 'number', 'themeName', 'place', 'isJoint', 'cases', 'openCases'])
    .where(sql<boolean>`state = 'open' and ${seen}`)
    .orderBy('id')
    .execute()) as unknown as readonly Shown[];
  const cases = (await db
    .selectFrom('case_file')
    .select(['id', 'bundle', 'state', 'isJoint', 'acceptedAt', 'endedAt', 'legalClock', 'legalDueAt'])
    .select(['promisedDueAt', 'correctionAskedAt', 'correctedAt'])
    .where(sql<boolean>`bundle = any(${found.map(({ id }) => id)}::uuid[])`)
    .execute()) as unknown as readonly Kept[];
  return { found, cases: Map.groupBy(cases, (each) => each.bundle) };
}

const RANK = { red: 0, yellow: 1, green: 2 } as const;

/**
 * 一件事亮灯 — `{ yellowUntil, bundles: [{ id, number, themeName, place, isJoint, cases, openCases, notAccepted, legalDueAt,
 * light }] }`: the open bundles by the statutory date of the whole, late ones first; without a date (a clock stands still,
 * nothing is accepted yet) no light. As far as the asker sees bundles.
 */
export const bundleLights = view({
  name: 'cases.bundle-lights',
  title: '一件事亮灯',
  path: '/bundles/lights',
  may: bundle.see,
  query: Type.Object({}),
  read: async ({ db, by, app, now }) => {
    const seen = withinSight(bundle, by, app) ?? refuse('lib.missing-role', { title: '查看一件事' });
    const calendar = calendarOf(app);
    const marks = marksAt({ calendar, rules: settingOf(app, caseRules), now });
    const { found, cases } = await openBundles(db, seen);
    const lit = found.map((each) => {
      const { legalDueAt, notAccepted } = limitsOfWhole(cases.get(each.id) ?? [], calendar);
      return { ...each, notAccepted, legalDueAt, light: lightOf(legalDueAt, marks) };
    });
    const rankOf = ({ light }: (typeof lit)[number]) => (light === null ? 3 : RANK[light]);
    const bundles = lit.toSorted(
      (a, b) => rankOf(a) - rankOf(b) || ((a.legalDueAt ?? '') < (b.legalDueAt ?? '') ? -1 : 1),
    );
    return { yellowUntil: marks.yellowUntil, bundles };
  },
});
