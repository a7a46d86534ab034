import { sql } from 'kysely';
import { Type } from 'typebox';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { workOrder } from '../order/work-order.ts';
import { RUNNING } from '../order/words.ts';

const YesNo = (title: string) => Type.Optional(Type.String({ title, enum: ['true', 'false'] }));

/** 工单列表 — the common list with what needs the clock: `overdue` is what should have been answered by now and is not. */
export const queue = view({
  name: 'hotline.work-orders',
  title: '工单列表',
  path: '/work-orders',
  may: workOrder.see,
  query: Type.Object({ ...listQuery(workOrder).properties, overdue: YesNo('已超期未答复') }),
  read: async ({ query, by, app, now }) => {
    const { overdue, ...rest } = query as ListQuery;
    const late = sql`(closed_at is null and due_at < ${now}::timestamptz and state = any(${[...RUNNING]}::text[]))`;
    const more = overdue === undefined ? [] : [overdue === 'true' ? late : sql`not coalesce(${late}, false)`];
    return listPage(workOrder, rest, { by, app }, more);
  },
});
