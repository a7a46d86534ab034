import { sql } from 'kysely';
import { Type } from 'typebox';
import { listQuery, readPage } from '#lib/http/list.ts';
import { findBehind, isBehind } from '#lib/measure-list.ts';
import { refuse } from '#lib/refusal.ts';
import { view } from '#lib/view.ts';
import { workOrder } from '../../order/work-order.ts';
import { makeBulletin } from './bulletin.ts';
import { DIMENSIONS, isCountedIn, isLine, sightOf, type Dimension } from './count-by.ts';
import { findColumn } from './lines.ts';
import { periodOf, periodQuery } from './period.ts';

/** 通报 — every figure with the address of the orders behind it. */
export const bulletinView = view({
  name: 'hotline.bulletin',
  title: '查看通报',
  path: '/hotline/bulletin',
  may: workOrder.see,
  query: Type.Object(periodQuery),
  read: ({ query, by, app }) => makeBulletin({ by, app }, query),
});

const { after, limit } = listQuery(workOrder).properties;

/** 通报数字背后的工单 — by the expressions that counted them; of a rate, its numerator's. */
export const bulletinRecordsView = view({
  name: 'hotline.bulletin-records',
  title: '查看通报数字背后的工单',
  path: '/hotline/bulletin/records',
  may: workOrder.see,
  query: Type.Object({
    ...periodQuery,
    measure: Type.String({ title: '指标', maxLength: 100 }),
    by: Type.Optional(Type.Unsafe<Dimension>(Type.String({ title: '分组', enum: Object.keys(DIMENSIONS) }))),
    key: Type.Optional(Type.String({ title: '组', maxLength: 200 })),
    ...(after ? { after } : {}),
    ...(limit ? { limit } : {}),
  }),
  read: async ({ query, by, app }) => {
    const { measure: name } = query;
    const measure = findColumn(name) ?? refuse('ledger.no-measure', { name });
    const behind = findBehind(measure) ?? refuse('ledger.no-measure', { name });
    const period = periodOf(query, app.now());
    const line = query.by === undefined ? sql`true` : isLine(query.by, query.key ?? '');
    const counted = sql`select row.id from work_order as row
      where ${sightOf({ by, app })} and ${isBehind(behind, workOrder, (each) => isCountedIn(each, period))} and ${line}`;
    const { rows } = await sql<{
      readonly n: number;
    }>`select count(*)::int as n from (${counted}) as c`.execute(app.db);
    const { after: from, limit: most } = query as { readonly after?: string; readonly limit?: string };
    const paging = { ...(from ? { after: from } : {}), ...(most ? { limit: most } : {}) };
    const page = await readPage(workOrder, paging, { by, app }, [sql`id in (${counted})`]);
    return { ...page, count: rows[0]!.n, title: measure.title, basis: measure.basis };
  },
});
