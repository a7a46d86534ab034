import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Held } from '#lib/action/need.ts';
import type { Reader } from '#lib/db/reader.ts';
import { refuse } from '#lib/refusal.ts';
import { instantOf, type Day, type Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { organisationTree, type OrganisationTree } from '#organisations/index.ts';
import { settingOf } from '#settings/index.ts';
import { sightOf } from '../bulletin/count-by.ts';
import { cluesOf, type Clue } from './clues.ts';
import { ratingCluesOf } from './rating-clues.ts';
import { ratingRules } from './rating-rules.ts';
import { gamingRules } from './rules.ts';
import '../refusals.ts';

/** So many lines of a clue are shown, and so many orders of a line; the counts are of all. */
const MOST_LINES = 100;
const MOST_ORDERS = 50;

interface Found {
  readonly who: string | null;
  readonly at: Date | string;
  readonly n: number;
  readonly orders: readonly string[];
  readonly lines: number;
  readonly total: number;
}
interface ShownOrder {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly handler: string | null;
}

async function ordersOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, ShownOrder>> {
  const { rows } = await sql<ShownOrder>`
    select id, number, title, handler from work_order where id = any(${ids}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
const momentOf = (at: Date | string): Instant => instantOf(new Date(at));

async function shown(
  db: Reader,
  { name, title, about, rows: statement }: Clue,
  nameOf: OrganisationTree['nameOf'],
) {
  const { rows } = await sql<Found>`
    select c.*, count(*) over ()::int as lines, sum(c.n) over ()::int as total
      from (${statement}) as c order by c.n desc, c.at desc limit ${MOST_LINES}`.execute(db);
  const orders = await ordersOf(
    db,
    rows.flatMap((row) => row.orders.slice(0, MOST_ORDERS)),
  );
  const lines = rows.map(({ who, at, n, orders: ids }) => ({
    who,
    at: momentOf(at),
    n,
    orders: ids.slice(0, MOST_ORDERS).flatMap((id) => {
      const order = orders.get(id);
      return order ? [{ ...order, unit: order.handler === null ? null : nameOf(order.handler) }] : [];
    }),
  }));
  return { name, title, about, count: rows[0]?.lines ?? 0, orders: rows[0]?.total ?? 0, lines };
}

const On = (title: string) => Type.Unsafe<Day>(Type.String({ title, format: 'date' }));

/** 异常办理线索 — each with the orders behind it, as far as the supervisor sees. */
export const gamingView = view({
  name: 'hotline.gaming',
  title: '查看异常办理线索',
  path: '/hotline/gaming',
  may: { 'hotline.supervisor': 'place' },
  query: Type.Object({ from: On('自'), to: On('至') }),
  read: async ({ db, query, by, app }) => {
    if (query.to < query.from) refuse('hotline.gaming-period');
    const { nameOf } = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
    const sight = sightOf({ by, app });
    const clues = [
      ...cluesOf({ period: query, rules: settingOf(app, gamingRules), sight }),
      ...ratingCluesOf({ period: query, rules: settingOf(app, ratingRules), sight }),
    ];
    return { clues: await Promise.all(clues.map((clue) => shown(db, clue, nameOf))) };
  },
});
