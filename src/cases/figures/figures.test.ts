import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear, recordsOfYear } from '#ledger/index.ts';
import { someone } from '#lib/testing/app.ts';
import { cases } from '../index.ts';
import {
  application,
  PAPERS,
  serviceHall,
  waterPermit,
  DISTRICT,
  WATER,
  type Hall,
} from '../testing/hall.ts';

const READING = '2020-06-02T09:00+08:00';
let hall: Hall;
const ids: Record<string, string> = {};

const apply = async (item: string, more = {}): Promise<string> =>
  (await hall.act(hall.clerk, 'case-file.apply', application(item, more))).row.id;
const accepted = async (item: string, more = {}): Promise<string> => {
  const id = await apply(item, more);
  await hall.act(hall.clerk, 'case-file.accept', {}, id);
  return id;
};

beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
  await hall.offer('QS-02', {
    ...waterPermit,
    name: '河道管理范围内建设项目方案审批',
    level: '3',
    implementingCode: '11000000000000000U3430119001000',
    steps: [{ stage: 1, department: '区自然资源局', task: '用地审查', days: 5 }],
  });
  await hall.offer('QS-03', {
    name: '取水户信息变更',
    kind: 'instant',
    legalLimit: { days: 5, unit: 'working' },
    promisedLimit: { days: 0, unit: 'working' },
    type: 'service',
    basicCode: '432019001000',
    implementingCode: '11000000000000000U4432019001000',
    resultType: 'none',
    materials: [waterPermit.materials![0]!],
  });
  // Monday 11 May: six come in.
  const papers = [...PAPERS, '授权委托书'];
  ids['soon'] = await accepted('QS-01', { windowType: 'undifferentiated', agentName: '乙某', papers });
  ids['kept'] = await accepted('QS-01', { windowType: 'engineering' });
  ids['late'] = await accepted('QS-01');
  ids['open'] = await accepted('QS-01', { windowType: 'utilities' });
  ids['city'] = await accepted('QS-02');
  const declined = await apply('QS-01', { channel: 'post', papers: [] });
  await hall.act(
    hall.clerk,
    'case-file.decline',
    { ground: 'not-competent', competentBody: '市水利局', reason: '不属于本机关职权' },
    declined,
  );
  await hall.act(hall.clerk, 'case-file.handle', application('QS-03', { papers: ['申请书'] }));
  hall.set('2020-05-13T09:00+08:00'); // two working days
  await hall.act(hall.decider, 'case-file.grant', {}, ids['soon']);
  hall.set('2020-05-25T09:00+08:00'); // the tenth, the last by promise
  await hall.act(hall.decider, 'case-file.refuse', { reason: '不符合水资源规划' }, ids['kept']);
  await hall.act(hall.clerk, 'case-file.deliver', { way: 'counter', proof: '甲某签收' }, ids['kept']);
  hall.set('2020-05-27T09:00+08:00'); // the twelfth: late by promise, in time by law
  await hall.act(hall.decider, 'case-file.grant', {}, ids['late']);
  hall.set(READING);
  await foldAll(hall.app);
});
afterAll(() => hall.close());

/** What each figure counts, said once more in plain SQL by hand. */
const BY_HAND: Readonly<Record<string, string>> = {
  received: 'received_at is not null',
  declined: "state = 'declined'",
  accepted: 'accepted_at is not null',
  instant: "accepted_at is not null and item_code like '%QS-03%'",
  'on-behalf': 'agent_name is not null',
  'window-undifferentiated': "window_type = 'undifferentiated' and accepted_at is not null",
  'window-engineering': "window_type = 'engineering' and accepted_at is not null",
  'window-utilities': "window_type = 'utilities' and accepted_at is not null",
  'level-district': "accepted_at is not null and place = '430611'",
  'channel-window': "accepted_at is not null and channel = 'window'",
  'authority-district': "accepted_at is not null and item_name not like '河道%'",
  'authority-city': "accepted_at is not null and item_name like '河道%'",
  decided: 'decided_by is not null',
  granted: "decided_by is not null and state <> 'refused' and outcome = 'granted'",
  refused: "outcome = 'refused'",
  'on-time': 'decided_at <= legal_due_at',
  'promise-kept': 'decided_at <= promised_due_at',
  completed: "state = 'completed'",
  delivered: "state = 'completed' and issue_due_at is not null",
  'delivered-in-time': 'completed_at <= issue_due_at',
};
const EXPECTED: Readonly<Record<string, number>> = {
  received: 7,
  declined: 1,
  accepted: 6,
  instant: 1,
  'on-behalf': 1,
  'window-undifferentiated': 1,
  'window-engineering': 1,
  'window-utilities': 1,
  'level-district': 6,
  'channel-window': 6,
  'authority-district': 5,
  'authority-city': 1,
  decided: 4,
  granted: 3,
  refused: 1,
  'on-time': 4,
  'promise-kept': 3,
  completed: 2,
  // The instant one has no days to be handed over in.
  delivered: 1,
  'delivered-in-time': 1,
};

describe('the year', () => {
  test('every figure equals plain SQL, and the list behind it has as many rows', async () => {
    const figures = new Map(
      (await measuresOfYear(hall.app, { year: 2020 })).map(({ name, value }) => [name, value]),
    );
    const counts = cases.measures.filter(({ kind }) => kind === 'count');
    for (const { name } of counts) {
      const short = name.slice('cases.'.length);
      const expected = String(EXPECTED[short] ?? 0);
      expect([name, figures.get(name)]).toEqual([name, expected]);
      const { items } = await recordsOfYear(hall.app, { year: 2020, name, limit: 100 });
      expect([name, String(items.length)]).toEqual([name, expected]);
      if (!(short in BY_HAND)) continue;
      const [row] = await hall.app.query(
        `select count(*)::text as n from case_file where ${BY_HAND[short]!}`,
        [],
      );
      expect([name, row!['n']]).toEqual([name, expected]);
    }
    const said = (name: string) => figures.get(`cases.${name}`);
    // 1 of 6; 4 of 4; 3 of 4; the one that a city department decides.
    expect(['instant-share', 'on-time-rate', 'promise-kept-rate', 'anywhere'].map(said)).toEqual([
      '0.1667',
      '1',
      '0.75',
      '1',
    ]);
  });

  test('how long it really took stands beside the promise, for everybody', async () => {
    const shown = (await ask('cases.how-long', { year: '2020' }, someone('路人'))) as {
      readonly items: readonly Readonly<Record<string, unknown>>[];
    };
    // 2, 10 and 12 working days: 24 ÷ 3; nine of ten were not longer than the longest.
    expect(shown.items[0]).toMatchObject({
      itemName: '取水许可',
      decided: 3,
      average: '8.0',
      ninety: 12,
      promised: { amount: 10, unit: 'working-day' },
      legal: { amount: 20, unit: 'working-day' },
    });
    expect(shown.items[1]).toMatchObject({ itemName: '取水户信息变更', decided: 1, average: '0.0' });
    expect(shown.items).toHaveLength(2);
    expect(shown.items[0]).toMatchObject({ body: WATER, level: '4' });
  });

  test.each([
    ['department', [[WATER, 4, '6.0', 12]]],
    ['level', [['区级', 4, '6.0', 12]]],
    [
      'window-type',
      [
        ['不经窗口', 2, '6.0', 12],
        ['工改综合窗口', 1, '10.0', 10],
        ['无差别综合窗口', 1, '2.0', 2],
      ],
    ],
    [
      'item',
      [
        ['取水许可', 3, '8.0', 12],
        ['取水户信息变更', 1, '0.0', 0],
      ],
    ],
  ] as const)(
    'the supervisor sees how long it took by %s, and the very cases behind',
    async (by, expected) => {
      // 0, 2, 10 and 12 working days: 24 ÷ 4; nine tenths of four are 3.6, so the fourth.
      const shown = (await ask('cases.time-taken', { year: '2020', by }, hall.inspector)) as Taken;
      expect(shown.total).toEqual({ decided: 4, average: '6.0', ninety: 12 });
      expect(shown.lines.map((each) => [each.name, each.decided, each.average, each.ninety])).toEqual(
        expected,
      );
      for (const { key, decided, average, ninety } of shown.lines) {
        const { items } = (await ask(
          'cases.time-taken-cases',
          { year: '2020', by, key },
          hall.inspector,
        )) as {
          readonly items: readonly { readonly workingDaysUsed: number }[];
        };
        // The definition once more: the sum over the number, and the one that nine tenths do not exceed.
        const days = items.map((each) => each.workingDaysUsed).toSorted((a, b) => a - b);
        expect([
          days.length,
          days.reduce((sum, each) => sum + each, 0),
          days[Math.ceil(0.9 * decided) - 1],
        ]).toEqual([decided, Number(average) * decided, ninety]);
      }
      const [plain] = await hall.app.query(
        `select count(*)::int as n, avg(working_days_used)::float as average,
         percentile_disc(0.9) within group (order by working_days_used) as ninety from case_file where decided_at is not null`,
        [],
      );
      expect(plain).toEqual({ n: 4, average: 6, ninety: 12 });
    },
  );

  test('a department sees its own cases alone, and a year without any says so', async () => {
    const of = (by: Parameters<typeof ask>[2], year = '2020') =>
      ask('cases.time-taken', { year }, by) as Promise<Taken>;
    expect((await of(hall.decider)).total.decided).toBe(4);
    const land = someone('用地决定人', ['cases.decider', hall.unit('区自然资源局')]);
    const nothing = { total: { decided: 0, average: null, ninety: null }, lines: [] };
    expect(await of(land)).toMatchObject(nothing);
    expect(await of(hall.inspector, '2019')).toMatchObject(nothing);
  });
});

interface Taken {
  readonly total: { readonly decided: number };
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly decided: number;
    readonly average: string;
    readonly ninety: number;
  }[];
}
const ask = async (name: string, query: object, by: ReturnType<typeof someone>): Promise<unknown> => {
  const found = cases.views.find((each) => each.name === name)!;
  const { app } = hall;
  const scopes = app.scopes();
  const answer = await found.read({ query, by, app, db: app.db, now: app.now(), scopes } as never);
  return answer !== null && typeof answer === 'object' && 'json' in answer
    ? JSON.parse(answer.json as string)
    : answer;
};
const listed = async (query: object): Promise<readonly string[]> =>
  ((await ask('cases.case-files', query, hall.clerk)) as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );

describe('what is open on 2 June: past the promise of 25 May, four working days before 8 June', () => {
  test('the list by light: both open cases are red by promise, none is yellow or green', async () => {
    expect(await listed({ light: 'red' })).toEqual([ids['city'], ids['open']]);
    expect(await listed({ overdue: 'true' })).toEqual([ids['city'], ids['open']]);
    expect(await listed({ light: 'yellow' })).toEqual([]);
    expect(await listed({ overdue: 'false' })).toHaveLength(5);
    // On 21 May two working days are left, on 22 May one, on the 25th the last itself.
    hall.set('2020-05-21T09:00+08:00');
    expect(await listed({ light: 'green' })).toEqual([ids['city'], ids['open']]);
    hall.set('2020-05-22T09:00+08:00');
    expect(await listed({ light: 'yellow' })).toEqual([ids['city'], ids['open']]);
    hall.set(READING);
  });

  test('the board counts each clock apart, and a branch with the department that was asked', async () => {
    const { departments } = (await ask('cases.lights', {}, hall.inspector)) as {
      readonly departments: readonly unknown[];
    };
    const none = { green: 0, yellow: 0, red: 0, still: 0 };
    expect(departments).toMatchObject([
      { name: WATER, legal: { ...none, green: 2 }, promised: { ...none, red: 2 }, branches: none },
      { name: '区自然资源局', legal: none, promised: none, branches: { ...none, red: 1 } },
    ]);
  });

  test('what is decided and not handed over has a light of its own, with its list', async () => {
    const { departments } = (await ask('cases.lights', {}, hall.inspector)) as {
      readonly departments: readonly { readonly handing: unknown; readonly telling: unknown }[];
    };
    // Granted on 13 May, ten working days: until the 27th; granted on the 27th: until 10 June.
    const none = { green: 0, yellow: 0, red: 0, still: 0 };
    expect(departments[0]).toMatchObject({ handing: { ...none, red: 1, green: 1 }, telling: none });
    expect(await listed({ light: 'red', clock: 'handing' })).toEqual([ids['soon']]);
    expect(await listed({ light: 'green', clock: 'handing' })).toEqual([ids['late']]);
    // Taken down now, on Tuesday 2 June: the last of the five days is Tuesday the 9th.
    const fresh = await apply('QS-01', {});
    expect(await listed({ light: 'green', clock: 'telling' })).toEqual([fresh]);
    hall.set('2020-06-08T09:00+08:00');
    expect(await listed({ light: 'yellow', clock: 'telling' })).toEqual([fresh]);
    hall.set(READING);
    await hall.takeBack(fresh, '不再取水');
  });

  test('a department finds what it was asked and what it must decide, and nothing of another', async () => {
    const land = (await ask('cases.mine', {}, hall.approverOf('区自然资源局'))) as Inbox;
    // Asked on 11 May, five working days: until the 18th.
    expect(land.branches).toMatchObject([
      { caseId: ids['city'], dueAt: '2020-05-18T09:00:00.000Z', light: 'red' },
    ]);
    expect(land.cases).toEqual([]);
    const water = (await ask('cases.mine', {}, hall.decider)) as Inbox;
    expect(water.branches).toEqual([]);
    expect(water.cases).toMatchObject([
      { id: ids['open'], openBranches: 0, legalLight: 'green', promisedLight: 'red' },
      { id: ids['city'], openBranches: 1 },
    ]);
    await expect(ask('cases.mine', {}, someone('路人', ['cases.clerk', DISTRICT]))).rejects.toMatchObject({
      code: 'lib.missing-role',
    });
  });
});
interface Inbox {
  readonly branches: readonly unknown[];
  readonly cases: readonly unknown[];
}
