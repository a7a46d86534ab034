import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { dayOf } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { followUp } from './meeting.ts';

/** 议定事项落实列表 — the common list; `overdue` is what is open past its day. */
export const followUpsView = view({
  name: 'cases.follow-ups',
  title: '议定事项落实列表',
  path: '/meeting-follow-ups',
  may: followUp.see,
  query: Type.Object({
    ...listQuery(followUp).properties,
    overdue: Type.Optional(Type.String({ title: '已逾期未落实', enum: ['true', 'false'] })),
  }),
  read: async ({ query, by, app, now }) => {
    const { overdue, ...rest } = query as ListQuery;
    const late = sql`(state = 'open' and due_on < ${dayOf(now)}::date)`;
    const more = overdue === undefined ? [] : [overdue === 'true' ? late : sql`not ${late}`];
    return listPage(followUp, rest, { by, app }, more);
  },
});
