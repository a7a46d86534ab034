import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { addDays, dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { caseFile } from '../file/case-file.ts';

/** 待核查承诺 — promises to be looked at, and faults to be put right, within so many days or late already; what is beyond repair awaits its revocation. */
export const duePromises = view({
  name: 'cases.promises-due',
  title: '待核查承诺',
  path: '/cases/promises-due',
  may: caseFile.see,
  query: Type.Object({
    ...listQuery(caseFile).properties,
    within: Type.Optional(
      Type.String({ title: '几日内到期', pattern: '^[0-9]{1,3}$', wrong: '应为 0 至 999 的整数' }),
    ),
  }),
  read: async ({ query, by, app, now }) => {
    const { within, ...rest } = query as ListQuery;
    const last = addDays(dayOf(now), Number(within ?? 7));
    return listPage(caseFile, rest, { by, app }, [
      sql`state in ('granted', 'issued', 'completed')`,
      sql`(is_promise_true is null and check_due_on <= ${last}::date or put_right_at is null and (put_right_by <= ${last}::date or is_promise_true is false and put_right_by is null))`,
    ]);
  },
});
