import type { Client } from 'pg';

/** Words of every order that is loaded; ids are made of time, so that they sort as real ones do. */
const ID = `(lpad(to_hex((extract(epoch from timestamptz '2024-01-01') * 1000)::bigint + n * 60), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid`;

/** Fills both sides up to `wanted` orders, closed long ago; returns nothing when they are there already. */
export async function load(
  client: Client,
  tenant: string,
  range: { readonly from: number; readonly to: number },
) {
  const handlers = `(array(select id from ${tenant}.organisation where kind = 'department' order by number))[1 + n % 20]`;
  const places = `(array(select number from ${tenant}.region order by number))[1 + n % 90]`;
  const at = `timestamptz '2024-01-01' + n * interval '1 minute' / 2`;
  await client.query(
    `insert into ${tenant}.work_order (id, version, number, state, channel, type, topic, place, title, text, text_salt, registered_at,
       handler, dispatched_at, clock, due_at, counted_due_at, is_contacted, reply, reply_salt, replied_at, closed_at, outcome, is_on_time)
     select ${ID}, 4, 'L' || n, 'closed', 'phone', 'help', '城乡建设/城市建设和市政管理/园林绿化环卫', ${places}, '路灯不亮 ' || n,
       repeat('小区门口的路灯已经三天没有亮，晚上出行不便。', 3), md5(n::text), ${at}, ${handlers}, ${at}, null, ${at} + interval '7 days',
       ${at} + interval '7 days', true, repeat('已联系来电人，现已恢复照明。', 3), md5(n::text), ${at} + interval '2 days', ${at} + interval '3 days',
       'handled', true
     from generate_series($1::integer, $2::integer) n`,
    [range.from, range.to],
  );
  await client.query(
    `insert into bench_reference.plain_order (id, version, state, channel, type, topic, place, title, text, registered_at, handler,
       dispatched_at, due_at, reply, replied_at, closed_at)
     select ${ID}, 4, 'closed', 'phone', 'help', '城乡建设/城市建设和市政管理/园林绿化环卫', ${places}, '路灯不亮 ' || n,
       repeat('小区门口的路灯已经三天没有亮，晚上出行不便。', 3), ${at}, ${handlers}, ${at}, ${at} + interval '7 days',
       repeat('已联系来电人，现已恢复照明。', 3), ${at} + interval '2 days', ${at} + interval '3 days'
     from generate_series($1::integer, $2::integer) n`,
    [range.from, range.to],
  );
  for (const table of [`${tenant}.work_order`, 'bench_reference.plain_order'])
    await client.query(`vacuum analyze ${table}`);
}
