import { sql } from 'kysely';
import { Type } from 'typebox';
import { calendarOf } from '#calendar/index.ts';
import { listPage, listQuery, withinSight, type ListQuery } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { settingOf } from '#settings/index.ts';
import { workOrder } from '../order/work-order.ts';
import { stepRules } from '../step-rules.ts';
import { dayYellowBefore, stepYellowBefore } from './step-lights.ts';
import { LIST_NAMES, LISTS, type ListName } from './lists.ts';

/** Beyond this nobody counts by eye, and the count would cost more than it tells. */
const MOST_COUNTED = 1000;

interface Counted {
  readonly name: ListName;
  readonly n: number;
}
/**
 * 各台数量 — `{ counts: { overdue: 3, … }, most, yellowBefore }`: how much waits in each list within the asker's sight, at
 * most `most`; what is due before `yellowBefore` has less than one working day left, a step that ends before
 * `stepYellowBefore` too little.
 */
export const boardCounts = view({
  name: 'hotline.board-counts',
  title: '各台待办数量',
  path: '/hotline/boards',
  may: workOrder.see,
  query: Type.Object({}),
  read: async ({ by, app, now }) => {
    const scope = withinSight(workOrder, by, app) ?? refuse('lib.missing-role', { title: '查看工单' });
    const counted = LIST_NAMES.map(
      (name) =>
        sql`select ${name}::text as name, count(*)::int as n from (select 1 from work_order where ${scope} and ${LISTS[name](now)} limit ${MOST_COUNTED}) as waiting`,
    );
    const { rows } = await sql<Counted>`${sql.join(counted, sql` union all `)}`.execute(app.db);
    const counts = Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    const looking = { calendar: calendarOf(app), steps: settingOf(app, stepRules), now };
    return {
      counts,
      most: MOST_COUNTED,
      yellowBefore: dayYellowBefore(looking),
      stepYellowBefore: stepYellowBefore(looking),
    };
  },
});

/** 各台列表 — the orders of one list, with the filters of the common list. */
export const boardList = view({
  name: 'hotline.board',
  title: '各台待办列表',
  path: '/hotline/boards/{list}',
  may: workOrder.see,
  query: Type.Object({
    ...listQuery(workOrder).properties,
    list: Type.Unsafe<ListName>(Type.String({ title: '列表', enum: [...LIST_NAMES] })),
  }),
  read: ({ query, by, app, now }) => {
    const { list, ...rest } = query as ListQuery & { readonly list: ListName };
    return listPage(workOrder, rest, { by, app }, [LISTS[list](now)]);
  },
});
