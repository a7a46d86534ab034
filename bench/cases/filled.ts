import type { Client } from 'pg';

const ID = `(lpad(to_hex((extract(epoch from timestamptz '2024-01-01') * 1000)::bigint + n * 60), 12, '0') || '7' || lpad(to_hex(n & 4095), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid`;

/**
 * Cases handed out long ago, past the engine: spread over items, departments and places; one in a hundred is still open
 * with both dates. Nine tenths lie in the hall, so that a village's are few among many.
 */
export async function fill(client: Client, range: { readonly from: number; readonly to: number }) {
  const at = `timestamptz '2024-01-01' + n * interval '1 minute' / 2`;
  await client.query(
    `insert into case_file (id, version, number, state, item, item_edition, item_code, item_name, item_type, kind, is_licence, channel,
       window_type, level, place, department, authority, applicant_kind, applicant_name, phone, papers, received_at, acceptance, accepted_at,
       is_separated, legal_due_at, promised_due_at, open_branches, decided_at, outcome, is_on_time, is_promise_kept, working_days_used,
       completed_at, ended_at)
     select ${ID}, 6, 'L' || n, case when is_open then 'accepted' else 'completed' end, ${ID}, ${ID}, 'QS-' || n % 300, '取水许可 ' || n % 300,
       'licence', 'promised', true, 'window', 'undifferentiated', case when n % 10 = 0 then 'village' else 'district' end,
       case when n % 10 = 0 then places[1 + n / 10 % 92] else '430611' end, units[1 + n % 25], 'district', 'person',
       '{"mask":"甲*","hash":"h","cipher":"c"}', jsonb_build_object('mask', '138****0000', 'hash', md5(n::text), 'cipher', 'c'),
       (select jsonb_agg(jsonb_build_object('name', '材料' || k, 'state', 'there', 'at', at)) from generate_series(1, 5) k), at, 'complete', at,
       true, at + interval '30 days', at + interval '14 days', case when is_open then 1 else 0 end, case when not is_open then at + interval '5 days' end,
       case when not is_open then 'granted' end, not is_open, not is_open, case when not is_open then 5 end,
       case when not is_open then at + interval '6 days' end, case when not is_open then at + interval '6 days' end
     from generate_series($1::integer, $2::integer) n,
       lateral (select ${at} as at, n % 100 = 99 as is_open) t,
       (select array(select number from region order by number) as places,
               array(select id from organisation where kind = 'department' order by number) as units) u`,
    [range.from, range.to],
  );
}
