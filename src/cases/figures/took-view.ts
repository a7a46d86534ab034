import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { caseFile } from '../file/case-file.ts';
import { NONE, NONE_NAME, TOOK_AXES, type TookAxis } from './took-axes.ts';
import { decidedIn, TOOK, TOOK_BASIS, type Took } from './took.ts';

/** Who supervises, and who decides: each as far as they see. */
export const SUPERVISING = {
  'cases.inspector': 'place',
  'cases.decider': 'department',
  'cases.head': 'department',
} as const;
export const YearField = Type.String({ title: '年度', pattern: '^20[0-9]{2}$', wrong: '应为四位数的年份' });
export const AxisField = Type.String({ title: '按什么分', enum: Object.keys(TOOK_AXES) });

type Line = Took & { readonly key: string | null; readonly name: string };
const linesOf = async (db: Reader, axis: TookAxis, where: RawBuilder<unknown>): Promise<readonly Line[]> =>
  (
    await sql<Line>`
      select key, (array_agg(item_name order by decided_at desc, id desc))[1] as name, ${TOOK}
        from (select *, ${TOOK_AXES[axis].column} as key from case_file where ${where}) as decided_case
        group by key order by decided desc, key`.execute(db)
  ).rows;

/**
 * 办理用时 — `{ year, basis, by, title, total: { decided, average, ninety }, lines: [{ key, name, decided, average, ninety }] }`:
 * how many working days the cases of a year took, on average and at most for nine of ten, all together and by department,
 * level, window type or item; `basis` says how both are counted. As far as the asker sees; `/cases/time-taken/cases` lists
 * the cases of a line.
 */
export const tookView = view({
  name: 'cases.time-taken',
  title: '办理用时',
  path: '/cases/time-taken',
  may: SUPERVISING,
  query: Type.Object({ year: YearField, by: Type.Optional(AxisField) }),
  read: async ({ db, query, by, app }) => {
    const seen = withinSight(caseFile, by, app) ?? refuse('lib.missing-role', { title: '查看办件' });
    const axis = (query.by ?? 'department') as TookAxis;
    const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const where = sql`${decidedIn(Number(query.year))} and ${seen}`;
    const [total] = (await sql<Took>`select ${TOOK} from case_file where ${where}`.execute(db)).rows;
    const lines = (await linesOf(db, axis, where)).map(({ key, name, ...took }) => ({
      key: key ?? NONE,
      name: key === null ? NONE_NAME : TOOK_AXES[axis].nameOf(key, { tree, last: name }),
      ...took,
    }));
    return {
      year: Number(query.year),
      basis: TOOK_BASIS,
      by: axis,
      title: TOOK_AXES[axis].title,
      total,
      lines,
    };
  },
});
