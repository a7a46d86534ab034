import { sql } from 'kysely';
import { listPage, listQuery, readPage, type ListQuery } from '#lib/http/list.ts';
import { view } from '#lib/view.ts';
import { item } from '../item/item.ts';
import { findItems } from './find-items.ts';
import type { Findable } from './index-of-items.ts';

const USUAL = 50;
const FILTERS = ['state', 'place', 'type', 'basicCode', 'kind', 'body'] as const;

const wanted =
  (query: ListQuery) =>
  (each: Findable): boolean =>
    FILTERS.every((name) => query[name] === undefined || each[name] === query[name]);

/**
 * 事项列表和搜索 — the common list; with `q` by citizens' words, the best first, with a `hint` when what was asked for is
 * not there as it was said. `after` is the last item of the page before.
 */
export const itemsView = view({
  name: 'catalogue.items',
  title: '事项列表和搜索',
  path: '/items',
  may: item.see,
  query: listQuery(item),
  read: async ({ query: asked, by, app }) => {
    const { q, after, limit, ...rest } = asked as ListQuery;
    if (q === undefined || q.trim() === '') return listPage(item, asked as ListQuery, { by, app });
    const { items, hint, meant } = await findItems(app, q, wanted(rest));
    const begin = after === undefined ? 0 : items.findIndex(({ id }) => id === after) + 1;
    const most = Math.min(Number(limit ?? USUAL), 200);
    const ids = items.slice(begin, begin + most).map(({ id }) => id);
    const page = await readPage(item, { limit: String(most) }, { by, app }, [sql`id = any(${ids}::uuid[])`]);
    const byId = new Map(page.items.map((each) => [each['id'] as string, each]));
    return {
      items: ids.flatMap((id) => byId.get(id) ?? []),
      next: begin + most < items.length ? ids.at(-1)! : null,
      count: items.length,
      hint,
      meant,
    };
  },
});
