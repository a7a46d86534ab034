import { sql } from 'kysely';
import { Type } from 'typebox';
import { listQuery, readPage } from '#lib/http/list.ts';
import { getRow } from '#lib/http/list-routes.ts';
import { view } from '#lib/view.ts';
import { CALL_BACK_RESULTS } from '../order/words.ts';
import { workOrder } from '../order/work-order.ts';
import { callBackDraw, type CallBackDraw } from './call-back-draw.ts';
import { hearingsOf } from './hearings.ts';
import { populationFrom } from './members.ts';

/** The figures of a draw's result that have orders behind them. */
const FIGURES = { population: '总体', drawn: '抽中', ...CALL_BACK_RESULTS, waiting: '待回访' } as const;
type Figure = keyof typeof FIGURES;
interface InUnit {
  readonly id: string;
  readonly unit: string;
}

/** The orders that a figure counts, over all units. */
async function countedBy(
  figure: Figure,
  draw: CallBackDraw,
  db: Parameters<typeof hearingsOf>[0],
): Promise<readonly InUnit[]> {
  if (figure === 'population') return populationFrom(draw.members ?? []);
  const heard = await hearingsOf(db, draw);
  if (figure === 'drawn') return heard;
  return heard.filter(({ result }) => result === (figure === 'waiting' ? null : figure));
}

const { after, limit } = listQuery(workOrder).properties;

/**
 * 抽样数字背后的工单 — `?of=dissatisfied&unit=`: a page of the orders a figure of the result counts, of one unit or of all, with
 * `count` and the figure's `title`. The population of a draw from before it was kept is empty.
 */
export const drawOrdersView = view({
  name: 'hotline.call-back-draw-orders',
  title: '回访抽样数字背后的工单',
  path: '/call-back-draws/{id}/orders',
  may: callBackDraw.see,
  query: Type.Object({
    id: Type.String({ title: '抽样', minLength: 1, maxLength: 40 }),
    of: Type.Unsafe<Figure>(Type.String({ title: '数字', enum: Object.keys(FIGURES) })),
    unit: Type.Optional(Type.String({ title: '承办单位', maxLength: 40 })),
    ...(after ? { after } : {}),
    ...(limit ? { limit } : {}),
  }),
  read: async ({ db, query, by, app }) => {
    const draw = (await getRow(callBackDraw, query.id, { by, app })) as CallBackDraw;
    const counted = await countedBy(query.of, draw, db);
    const ids = counted
      .filter(({ unit }) => query.unit === undefined || unit === query.unit)
      .map(({ id }) => id);
    const { after: from, limit: most } = query as { readonly after?: string; readonly limit?: string };
    const paging = { ...(from ? { after: from } : {}), ...(most ? { limit: most } : {}) };
    const page = await readPage(workOrder, paging, { by, app }, [sql`id = any(${ids}::uuid[])`]);
    return { ...page, count: ids.length, title: FIGURES[query.of] };
  },
});
