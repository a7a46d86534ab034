import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import type { Instant } from '#lib/time.ts';
import { view } from '#lib/view.ts';
import { workOrder } from '../order/work-order.ts';

/** So many holes are listed; the counts are of all. */
const MOST = 1000;

/** An order beside a hole, as far as an auditor may know it, and its birth in the ledger. */
interface Neighbour {
  readonly number: string;
  readonly at: Instant;
  readonly seq: string;
}
interface Hole {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly why: string;
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
}

/** The numbers of one year's series, each with the one before it; the first stands after nought. */
const GIVEN = `
  select id, number, substr(number, length($1) + 1)::bigint as n from work_order
   where starts_with(number, $1) and substr(number, length($1) + 1) ~ '^[0-9]{6,}$'`;
const HOLES = `
  with given as (${GIVEN}),
       paired as (
         select n, lag(n, 1, 0) over (order by n) as before_n, id as after_id, lag(id) over (order by n) as before_id from given
         union all
         select d.n + 1, coalesce(max(g.n), 0), null, (array_agg(g.id order by g.n desc))[1]
           from public_number d left join given g on true where d.series = $1 group by d.n)
  select before_n + 1 as first, n - 1 as last, n - 1 - before_n as count, before_id, after_id
    from paired where n - before_n > 1 order by n`;
const BIRTHS = `
  select count(*) as births, count(*) filter (where w.id is null) as vanished
    from ledger_entry e left join work_order w on w.id = e.subject
   where e.noun = 'work-order' and e.action = any($1::text[])`;
/** The first entry of each: its birth. */
const NEIGHBOURS = `
  select w.id, w.number, e.at, e.seq from work_order w
    join lateral (select at, seq from ledger_entry where subject = w.id order by seq limit 1) e on true
   where w.id = any($1::uuid[])`;

const UNUSED = '已取号、尚未用到：系统成批取号，余下的由之后的登记使用，系统重启时作废';
const NEVER_BORN =
  '取号后没有形成工单：登记被拒绝、同一请求重复提交，或成批取出的号码在系统重启时作废；账本中没有这些号码的登记';
const vanishedWhy = (n: number): string => `账本中有 ${n} 件登记找不到工单，断号可能出于此，须立即核查`;

async function neighboursOf(
  app: Pick<App, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Neighbour>> {
  const rows = await app.query(NEIGHBOURS, [ids]);
  return new Map(
    rows.map(({ id, number, at, seq }) => [
      id as string,
      { number, at, seq: String(seq) } as unknown as Neighbour,
    ]),
  );
}

const numbered = (series: string, n: unknown): string => `${series}${String(n).padStart(6, '0')}`;
const births = (app: Pick<App, 'actions'>): readonly string[] =>
  app.actions.filter(({ noun, from }) => noun === workOrder && from === null).map(({ name }) => name);

/**
 * 断号说明 — every number of a year's series that no order has, and why (decision 0003: numbers are drawn ahead of the
 * batch). That none was taken away is not asserted but counted: each birth in the ledger, whose own numbers have no gap,
 * has its order (`vanished` is nought). Numbers and moments alone: an auditor sees no order.
 */
export const numberGapsView = view({
  name: 'hotline.number-gaps',
  title: '查看工单编号断号说明',
  path: '/hotline/number-gaps',
  may: { 'ledger.auditor': 'anyone' },
  query: Type.Object({
    year: Type.String({ title: '年度', pattern: '^[12][0-9]{3}$', wrong: '应为四位年份，如 2020' }),
  }),
  read: async ({ query, app }) => {
    const series = `${workOrder.series}${query.year}`;
    const [drawn] = await app.query('select n from public_number where series = $1', [series]);
    const found = await app.query(HOLES, [series]);
    const [counted] = await app.query(BIRTHS, [births(app)]);
    const vanished = Number(counted!['vanished']);
    const shown = found.slice(0, MOST);
    const ids = shown.flatMap((row) => [row['before_id'], row['after_id']] as readonly (string | null)[]);
    const beside = await neighboursOf(
      app,
      ids.filter((id) => id !== null),
    );
    const neighbour = (id: unknown): Neighbour | null => beside.get(id as string) ?? null;
    const why = vanished > 0 ? vanishedWhy(vanished) : NEVER_BORN;
    const holes = shown.map((row): Hole => ({
      from: numbered(series, row['first']),
      to: numbered(series, row['last']),
      count: Number(row['count']),
      why: row['after_id'] === null ? UNUSED : why,
      before: neighbour(row['before_id']),
      after: neighbour(row['after_id']),
    }));
    const missing = found.reduce((sum, row) => sum + Number(row['count']), 0);
    return {
      year: query.year,
      drawn: Number(drawn?.['n'] ?? 0),
      missing,
      births: Number(counted!['births']),
      vanished,
      count: found.length,
      holes,
    };
  },
});
