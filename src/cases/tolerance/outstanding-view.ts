import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { caseFile } from '../file/case-file.ts';
import { UNDECIDED } from '../words.ts';

/** 容缺待补 — cases whose papers are still to follow, within one's own sight; `overdue` for those whose term is over. */
export const outstandingCases = view({
  name: 'cases.outstanding',
  title: '容缺待补',
  path: '/cases/outstanding',
  may: caseFile.see,
  query: Type.Object({
    ...listQuery(caseFile).properties,
    overdue: Type.Optional(Type.String({ title: '已逾期', enum: ['true', 'false'] })),
  }),
  read: async ({ query, by, app, now }) => {
    const { overdue, ...rest } = query as ListQuery;
    const open = sql`is_supplied = false and state = any(${[...UNDECIDED]}::text[])`;
    const late = sql`outstanding_due_at < ${now}::timestamptz`;
    const more = overdue === undefined ? [] : [overdue === 'true' ? late : sql`not ${late}`];
    return listPage(caseFile, rest, { by, app }, [open, ...more]);
  },
});
