/*
 * The hotline's year over ten million orders: `npm run bench -- figures`. Rows and rollups only, made in bulk past the
 * engine in a data directory that is thrown away; ORDERS=100000,10000000 is the default. The tail is real actions.
 */
import { sql } from 'kysely';
import type { Client } from 'pg';
import { readConfig } from '#lib/config.ts';
import { withClient } from '#lib/db/index.ts';
import { countsOf, type Measure } from '#lib/measure.ts';
import { getAction } from '#lib/app.ts';
import { SYSTEM } from '#lib/action/person.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { dayOf, isCounted, placeOf, run } from '#ledger/predicate.ts';
import { hotline, seedTopics } from '#hotline/index.ts';
import { organisationTree, seedOrganisations, type OrganisationTree } from '#organisations/index.ts';
import { seedCalendar } from '#calendar/index.ts';
import type { Held } from '#lib/action/need.ts';
import { dataDirectory, removeDirectory } from '../e2e/program.ts';
import { openApp } from '../src/main.ts';
import { median, printTable } from './table.ts';

const ORDERS = (process.env['ORDERS'] ?? '100000,10000000').split(',').map(Number);
const TAIL = 1_000;
const REPEATS = 15;
const directory = dataDirectory();
const app = await openApp(readConfig({ ...process.env, YICHUANG_DATA: directory }));
await seedOrganisations(app);
await seedCalendar(app);
await seedTopics(app);
await foldAll(app);
const measures: readonly Measure[] = [...new Set(hotline.measures.flatMap(countsOf))];
const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
const unit = [...tree.organisations.values()].find((each) => each.kind === 'department')!.id;

/** Orders of 2020, spread over days, places and units; one in a thousand late, one in five called back. */
const ROWS = `insert into work_order (id, version, number, state, channel, type, topic, place, title, registered_at, is_urgent,
    handler, dispatched_at, due_at, counted_due_at, is_contacted, replied_at, closed_at, outcome, is_on_time, called_back_at, call_back_result)
  select (lpad(to_hex(n), 12, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0'))::uuid, 4, 'B' || n, 'closed',
    case when n % 40 = 0 then 'mailbox' else 'phone' end, 'help', '城乡建设', places[1 + n % 92], '路灯不亮', at, nullif(n % 50 = 0, false),
    units[1 + n % 25], at, at + interval '7 days', at + interval '7 days', true, at + interval '2 days', at + interval '3 days', 'handled',
    n % 1000 <> 0, case when n % 5 = 0 then at + interval '4 days' end,
    case when n % 5 = 0 then case when n % 400 = 0 then 'dissatisfied' else 'satisfied' end end
  from generate_series($1::integer, $2::integer) n,
    lateral (select timestamptz '2020-01-01' + (n % 350) * interval '1 day' + (n % 1440) * interval '1 minute' as at) t,
    (select array(select number from region order by number) as places,
            array(select id from organisation where kind = 'department' order by number) as units) u`;

async function fill(client: Client, range: { readonly from: number; readonly to: number }): Promise<void> {
  for (let from = range.from; from <= range.to; from += 500_000) {
    await client.query(ROWS, [from, Math.min(range.to, from + 499_999)]);
    process.stderr.write(`\r${Math.min(range.to, from + 499_999).toLocaleString('en')} `);
  }
  await client.query('truncate ledger_rollup, ledger_rollup_month');
  const query: Query = async (text, values) => (await client.query(text, [...values])).rows as never;
  for (const measure of measures.filter(({ noun }) => noun.name === 'work-order'))
    await run(
      query,
      sql`insert into ledger_rollup select ${measure.name}, ${measure.version}::integer, ${dayOf(measure)}, ${placeOf(measure)}, count(*)
        from work_order as row where ${isCounted(measure)} group by 3, 4`,
    );
  await client.query(
    `insert into ledger_rollup_month select measure, version, day - (extract(day from day)::integer - 1), place, sum(n)
       from ledger_rollup group by 1, 2, 3, 4`,
  );
  await client.query('vacuum analyze ledger_rollup');
  await client.query('vacuum analyze ledger_rollup_month');
}

/** Real actions that nobody has folded yet. */
async function tail(): Promise<void> {
  const place = tree.root!.code;
  const perform = (name: string, id: string | null, input: object) =>
    app.engine.perform({
      action: getAction(app, 'work-order', name),
      id,
      input: input as never,
      by: SYSTEM,
      now: '2020-06-15T02:00:00.000Z' as never,
      key: null,
      ifMatch: null,
    });
  for (let n = 0; n < TAIL / 2; n++) {
    const { row } = await perform('register', null, {
      channel: 'phone',
      type: 'help',
      topic: '城乡建设',
      place,
      title: '路灯不亮',
      text: '路灯不亮。',
    });
    await perform('dispatch', row.id, { handler: unit });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  }
  return median(times);
}

const rows: string[][] = [];
const firstTimes: number[] = [];
try {
  let there = 0;
  await withClient(app.database, { as: 'owner' }, async (client) => {
    for (const index of ['handler', 'place', 'open', 'waiting', 'caller', 'source', 'city'])
      await client.query(`drop index if exists work_order_${index}`);
    for (const orders of ORDERS) {
      await fill(client, { from: there + 1, to: orders });
      there = orders;
      await foldAll(app);
      const folded = await timed(() => measuresOfYear(app, { year: 2020 }));
      await tail();
      const withTail = await timed(() => measuresOfYear(app, { year: 2020 }));
      const one = await timed(() => measuresOfYear(app, { year: 2020, name: 'hotline.on-time-rate' }));
      const since = performance.now();
      await client.query(
        "select count(*) filter (where is_on_time), count(*) from work_order where counted_due_at >= '2019-12-31T16:00Z' and counted_due_at < '2020-12-31T16:00Z'",
      );
      const scan = performance.now() - since;
      firstTimes.push(withTail);
      rows.push([
        orders.toLocaleString('en'),
        folded.toFixed(1),
        withTail.toFixed(1),
        one.toFixed(1),
        scan.toFixed(0),
        (one / scan).toFixed(5),
        (withTail / firstTimes[0]!).toFixed(2),
      ]);
    }
  });
} finally {
  await app.close();
  removeDirectory(directory);
}
printTable(
  `年度指标，全部 ${hotline.measures.length} 项；毫秒，${REPEATS} 次中位数；“尾”为 ${TAIL} 条未汇总的账本条目`,
  [
    '工单',
    '全部，无尾',
    '全部，带尾',
    '按期办结率一项，带尾',
    '参照：直接扫描工单表求这一项',
    '÷ 参照',
    '÷ 第一行（全部，带尾）',
  ],
  rows,
);
