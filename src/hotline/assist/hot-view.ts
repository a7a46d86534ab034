import { Type } from 'typebox';
import { withinSight } from '#lib/http/list.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, millis, MS_PER_DAY, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import type { OrganisationTree } from '#organisations/index.ts';
import { At } from '../order/fields.ts';
import { workOrder } from '../order/work-order.ts';
import { sql } from 'kysely';
import { hotMatters, type Told } from './similar/hot-matters.ts';

/** Two spans are compared; more orders than this are enough to see what is hot. */
const MOST = 6_000;

/** The least id of a moment, none being older than 1970: ids are made of time, so the key's own index finds the span. */
function firstIdOf(at: Instant): string {
  const hex = Math.max(0, millis(at)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** 热点诉求 — matters that several brought in the same days, with what they have in common, and how it was in the days before. */
export const hotView = view({
  name: 'hotline.hot-matters',
  title: '热点诉求',
  path: '/hotline/hot-matters',
  may: { 'hotline.dispatcher': 'place', 'hotline.supervisor': 'place', 'hotline.agent': 'place' },
  query: Type.Object({
    until: Type.Optional(At('截至')),
    days: Type.Optional(
      Type.String({ title: '天数', pattern: '^([1-9]|[12][0-9]|3[01])$', wrong: '应为 1 至 31' }),
    ),
  }),
  read: async ({ query, by, app, now }) => {
    const until = query.until ?? now;
    const days = Number(query.days ?? 7);
    const seen = withinSight(workOrder, by, app) ?? refuse('lib.missing-role', { title: '热点诉求' });
    const since = instantOf(millis(until) - 2 * days * MS_PER_DAY);
    const wish = sql`select id, registered_at as at, place, topic, title, text from work_order
      where ${seen} and id >= ${firstIdOf(since)}::uuid and registered_at >= ${since}::timestamptz and registered_at < ${until}::timestamptz
        and is_confidential is null and text is not null
      order by id desc limit ${MOST}`.compile(app.db);
    const rows = (await app.query(wish.sql, wish.parameters)) as unknown as readonly Told[];
    const tree = app.scopes() as OrganisationTree;
    const items = hotMatters(rows, { until, days }).map((each) => ({
      ...each,
      placeName: each.place === null ? null : tree.nameOf(each.place),
    }));
    return { until, days, orders: rows.length, items: items.slice(0, 20) };
  },
});
