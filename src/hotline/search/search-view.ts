import { sql } from 'kysely';
import { Type } from 'typebox';
import { phraseQuery } from '#lib/bigrams.ts';
import { listPage, listQuery, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { cityNumberOf } from '../city/city-number.ts';
import { workOrder } from '../order/work-order.ts';
import { plannedAnew } from './planned-view.ts';

/** 全文检索 — the common list, narrowed to orders whose title, text or reply has every word asked for, or whose number it is. */
export const searchOrders = view({
  name: 'hotline.search',
  title: '工单全文检索',
  path: '/work-orders/search',
  may: workOrder.see,
  query: Type.Object({
    ...listQuery(workOrder).properties,
    q: Type.String({ title: '检索词', minLength: 1, maxLength: 100 }),
  }),
  read: async ({ query, by, app }) => {
    const { q = '', ...rest } = query as ListQuery;
    const words = phraseQuery(q);
    if (words === null) return { items: [], next: null };
    const number = cityNumberOf(q);
    const isFound = sql`id in (
      select id from work_order_search where letter @@ ${words}::tsquery or reply @@ ${words}::tsquery
      union all select id from work_order where number = ${number}
      union all select id from work_order where city_number in (${number}, ${q.trim()}))`;
    return plannedAnew(app, (planned) => listPage(workOrder, rest, { by, app: planned }, [isFound]));
  },
});
