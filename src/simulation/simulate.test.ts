import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawOrders, type OrderType, type SamplingRules } from '#hotline/index.ts';
import { verifyApp } from '#ledger/index.ts';
import type { Assembled } from '#lib/assemble.ts';
import { simulatedYears, simulateHotline, simulateToday } from './index.ts';
import type { Simulated } from './simulate.ts';
import { openDistrict, SMALL } from './testing/district.ts';

/** A draw as it is kept. */
interface Kept {
  readonly seed: string;
  readonly wanted_size: number;
  readonly rules: SamplingRules;
  readonly members: readonly {
    readonly unit: string;
    readonly type: OrderType;
    readonly orders: readonly (readonly [id: string, number: string])[];
  }[];
  readonly drawn: readonly unknown[];
}
const counted = ({ figures }: Simulated, name: string): number =>
  figures.find((each) => each.measure === `hotline.${name}`)!.counted;

/** A year in which somebody comes back: of a hundred matters not every seed has one. */
const YEAR = { ...SMALL, seed: 13, scenario: 'plain' } as const;

describe('a small year of the hotline', () => {
  let app: Assembled;
  let made: Simulated;
  beforeAll(async () => {
    app = await openDistrict();
    made = await simulateHotline(app, YEAR);
  });
  afterAll(() => app.close());

  test('every figure is what it had to be, and received becomes due line by line', () => {
    expect(made.figures.filter((each) => each.counted !== each.wanted)).toEqual([]);
    // 112 + 3 received; one each redirected, transferred, answered, merged, withdrawn, void, sent back; 2 out, 2 in.
    expect(['orders-received', 'letters-received'].map((name) => counted(made, name))).toEqual([112, 3]);
    expect(counted(made, 'due')).toBe(112 + 3 - 7 - 2 + 2);
    expect(counted(made, 'on-time')).toBe(107);
    expect(['late', 'urgent-late', 'not-dispatched'].map((name) => counted(made, name))).toEqual([1, 0, 0]);
  });

  test('whoever was called back had been drawn, by lots whose lists and seeds are kept and can be drawn again', async () => {
    const [row] = await app.query(
      `select count(*) filter (where is_sampled) as sampled, count(*) filter (where call_back_result is not null) as called,
              count(*) filter (where coalesce(is_sampled, false) <> (call_back_result is not null)) as otherwise
         from work_order`,
      [],
    );
    expect(row).toEqual({ sampled: '20', called: '20', otherwise: '0' });
    const draws = (await app.query(
      'select seed, wanted_size, rules, members, drawn from call_back_draw order by from_on',
      [],
    )) as readonly unknown[] as readonly Kept[];
    expect(draws.reduce((sum, { drawn }) => sum + drawn.length, 0)).toBe(20);
    for (const { seed, wanted_size: wantedSize, rules, members, drawn } of draws) {
      const all = members.flatMap(({ unit, type, orders }) =>
        orders.map(([id, number]) => ({ id, number, unit, type })),
      );
      expect(drawOrders(all, { seed, wantedSize, rules }).drawn).toEqual(drawn);
    }
  });

  test('the ledger verifies: every row is what its last entry wrote', async () => {
    expect(await verifyApp(app)).toMatchObject({ ok: true, firstBad: null });
  });

  test('nothing stays open, and nothing happens before it could', async () => {
    const [row] = await app.query(
      `select count(*) filter (where closed_at is null) as open,
              count(*) filter (where dispatched_at < registered_at or signed_at < dispatched_at
                or replied_at < dispatched_at or closed_at < replied_at) as backwards,
              count(*) as orders from work_order`,
      [],
    );
    // 115 registered in the year and 2 carried in.
    expect(row).toEqual({ open: '0', backwards: '0', orders: '117' });
  });

  test('no two answers are alike, and who must not be known was asked through the office', async () => {
    const [row] = await app.query(
      `select (select count(*) - count(distinct reply) from work_order where handler is not null and reply is not null) as alike,
              (select count(*) from work_order o where is_confidential and is_anonymous is null and outcome = 'handled'
                and not exists (select from relay r where r.order_id = o.id and r.state = 'answered')) as unasked,
              (select count(*) from relay where state <> 'answered') as unanswered`,
      [],
    );
    expect(row).toEqual({ alike: '0', unasked: '0', unanswered: '0' });
  });

  test('there is a knowledge base before the year, and direct answers come from it', async () => {
    const [row] = await app.query(
      `select count(*) as entries, count(*) filter (where published_at < '2019-12-31T16:00Z') as before,
              (select count(*) from work_order where outcome = 'direct' and knowledge is null) as unfounded
         from knowledge_entry where state = 'published'`,
      [],
    );
    expect(row).toEqual({ entries: '34', before: '28', unfounded: '0' });
  });

  test('from November the telephone platform tells of every call, and of those that left no order', async () => {
    const [row] = await app.query(
      `select count(*) filter (where outcome is not null and c.id is null) as "withoutCall",
              (select count(*) from phone_call where order_id is null) as "withoutOrder",
              (select count(*) from phone_call where arrived_at < '2020-10-31T16:00Z') as early
         from work_order o left join phone_call c on c.order_id = o.id
        where o.channel = 'phone' and o.registered_at >= '2020-10-31T16:00Z'`,
      [],
    );
    // One call without an order for sixteen of the 117 matters.
    expect(row).toEqual({ withoutCall: '0', withoutOrder: '7', early: '0' });
  });

  test('who brings the same matter again within weeks of its closing is noted with it, when the next day with acts begins', async () => {
    const back = await app.query(
      `select w.registered_at between c.closed_at and c.closed_at + interval '30 days' as soon,
              e.at between w.registered_at and w.registered_at + interval '7 days' as noted,
              w.caller_phone ->> 'hash' = c.caller_phone ->> 'hash' or (w.place, w.topic) = (c.place, c.topic) as same
         from work_order w join work_order c on c.id = w.came_back_to
         join ledger_entry e on e.subject = w.id and e.action = 'note-come-back'`,
      [],
    );
    expect(back.length).toBeGreaterThan(0);
    expect(back.filter((each) => !(each['soon'] && each['noted'] && each['same']))).toEqual([]);
  });

  test('the one that is late was supervised, and the unit has answered for it', async () => {
    const rows = await app.query(
      `select o.is_on_time, s.paper, s.state from supervision s join work_order o on o.id = s.order_id
        where s.paper = 'supervision-order'`,
      [],
    );
    expect(rows).toEqual([{ is_on_time: false, paper: 'supervision-order', state: 'answered' }]);
  });

  test('entries carry the simulated time and the invented person', async () => {
    const [row] = await app.query(
      `select count(*) as n from ledger_entry where noun = 'work-order'
         and (recorded_at <> at or at < '2019-12-01' or at > '2021-03-01' or person_name = '系统' and action not in ('note-come-back', 'mark-sampled'))`,
      [],
    );
    expect(row).toEqual({ n: '0' });
  });

  test('the tenant says that it is simulated, and takes no second year of 2020', async () => {
    expect(await simulatedYears(app)).toMatchObject([{ year: 2020, module: 'hotline', state: 'complete' }]);
    await expect(simulateHotline(app, YEAR)).rejects.toMatchObject({
      code: 'simulation.year-there',
    });
  });

  test('the same seed tells the same year', async () => {
    const story = async (of: Assembled): Promise<unknown> =>
      of.query(
        `select registered_at, channel, type, topic, place, title, text, reply, outcome, call_back_result, closed_at
           from work_order order by registered_at, title`,
        [],
      );
    const again = await openDistrict();
    try {
      await simulateHotline(again, YEAR);
      expect(await story(again)).toEqual(await story(app));
    } finally {
      await again.close();
    }
  });
});

describe('a careless year', () => {
  let app: Assembled;
  let made: Simulated;
  beforeAll(async () => {
    app = await openDistrict();
    made = await simulateHotline(app, { ...SMALL, scenario: 'careless' });
  });
  afterAll(() => app.close());

  test('the figures show exactly what was planted: one twin, one letter twice, nine default ratings', () => {
    expect(made.planted).toEqual({ twins: 1, letterTwins: 1, defaults: 9 });
    // 112 orders and the two repeats; 20 drawn for a call-back and the nine that nobody called.
    expect(counted(made, 'orders-received')).toBe(114);
    expect(counted(made, 'due')).toBe(110);
    expect(counted(made, 'called-back')).toBe(29);
  });

  test('a twin has the same words and caller as its original and another unit; a letter counted twice the same', async () => {
    const found = await app.query(
      `select a.channel as first, b.channel as second, a.handler = b.handler as "isSameUnit" from work_order a
         join work_order b on b.title = a.title and b.text = a.text and b.place = a.place
          and b.caller_phone ->> 'hash' is not distinct from a.caller_phone ->> 'hash'
          and (b.registered_at > a.registered_at) where b.outcome = 'handled' and a.outcome = 'handled'`,
      [],
    );
    expect(found).toHaveLength(2);
    expect(found.filter((each) => each['first'] === 'mailbox')).toEqual([
      { first: 'mailbox', second: 'web', isSameUnit: true },
    ]);
    expect(found.filter((each) => each['first'] !== 'mailbox')).toMatchObject([{ isSameUnit: false }]);
  });

  test('default ratings are satisfied, by one person, in the last minutes of a day', async () => {
    const rows = await app.query(
      `select person_name, count(*) as n from ledger_entry where action = 'call-back'
         and (at at time zone 'Asia/Shanghai')::time >= '23:58' group by 1`,
      [],
    );
    expect(rows.map((row) => row['n'])).toEqual(['9']);
  });
});

describe('what lies on the desks this morning', () => {
  let app: Assembled;
  beforeAll(async () => {
    app = await openDistrict();
  });
  afterAll(() => app.close());

  test('every board has something on it, late and waiting included, and the year is marked', async () => {
    expect(await simulateToday(app)).toBe(44);
    const rows = await app.query(
      'select state, count(*)::integer as n from work_order group by 1 order by 1',
      [],
    );
    // Two late ones are still unsigned; the two that were dissatisfied are back with their units.
    expect(Object.fromEntries(rows.map((row) => [row['state'], row['n']]))).toEqual({
      dispatched: 9 + 2,
      registered: 8,
      reopened: 2,
      replied: 8,
      returned: 3,
      signed: 12,
    });
    const [late] = await app.query(
      "select count(*)::integer as n from work_order where due_at < now() and state = 'dispatched'",
      [],
    );
    expect(late!['n']).toBeGreaterThanOrEqual(2);
    expect(await simulatedYears(app)).toMatchObject([{ state: 'complete' }]);
    expect(await verifyApp(app)).toMatchObject({ ok: true });
  });
});
