import { sql } from 'kysely';
import { Type } from 'typebox';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { caseFile } from '../file/case-file.ts';
import { onAxis, type TookAxis } from './took-axes.ts';
import { AxisField, SUPERVISING, YearField } from './took-view.ts';
import { decidedIn } from './took.ts';

const USUAL = 100;
const POSITION = /^([0-9]{1,6})\.([0-9a-f-]{36})$/;

interface TookCase {
  readonly id: string;
  readonly number: string;
  readonly itemName: string;
  readonly acceptedAt: string;
  readonly decidedAt: string;
  readonly workingDaysUsed: number;
  readonly isOnTime: boolean | null;
  readonly isPromiseKept: boolean | null;
}

/**
 * 办理用时的办件 — `{ items: [{ id, number, itemName, acceptedAt, decidedAt, workingDaysUsed, isOnTime, isPromiseKept }], next }`:
 * the very cases of a line of `/cases/time-taken`, or of all lines, the longest first; `next` goes into `after`.
 */
export const tookCasesView = view({
  name: 'cases.time-taken-cases',
  title: '办理用时的办件',
  path: '/cases/time-taken/cases',
  may: SUPERVISING,
  query: Type.Object({
    year: YearField,
    by: Type.Optional(AxisField),
    key: Type.Optional(Type.String({ title: '哪一类', minLength: 1, maxLength: 100 })),
    after: Type.Optional(
      Type.String({
        title: '上一页最后一条的位置',
        pattern: POSITION.source,
        wrong: '应为上一页给出的 next',
      }),
    ),
  }),
  read: async ({ db, query, by, app }) => {
    const seen = withinSight(caseFile, by, app) ?? refuse('lib.missing-role', { title: '查看办件' });
    const line =
      query.key === undefined ? sql`true` : onAxis((query.by ?? 'department') as TookAxis, query.key);
    const [, days, id] = POSITION.exec(query.after ?? '') ?? [];
    const further =
      id === undefined ? sql`true` : sql`(working_days_used, id) < (${Number(days)}::integer, ${id}::uuid)`;
    const { rows } = await sql<TookCase>`
      select id, number, item_name, accepted_at, decided_at, working_days_used, is_on_time, is_promise_kept
        from case_file where ${decidedIn(Number(query.year))} and ${seen} and ${line} and ${further}
        order by working_days_used desc, id desc limit ${USUAL + 1}`.execute(db);
    const items = rows.slice(0, USUAL);
    const last = items.at(-1);
    return { items, next: rows.length > USUAL && last ? `${last.workingDaysUsed}.${last.id}` : null };
  },
});
