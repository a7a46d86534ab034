import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, knownPeople, type TestServer } from '#lib/testing/server.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const WATER = '区水利局';
const [TOWN, OTHER_TOWN] = ['430611101', '430611102'];

let office: HotlineOffice;
let server: TestServer;
const people = new Map<string, Person>();
beforeAll(async () => {
  office = await hotlineOffice();
  const dispatcher = (name: string, scope: string) =>
    people.set(name, someone(name, ['hotline.dispatcher', scope]));
  dispatcher('district', DISTRICT);
  dispatcher('town', TOWN);
  dispatcher('other-town', OTHER_TOWN);
  // A code is no prefix of another: neither a longer nor a shorter one reaches.
  dispatcher('sibling-prefix', '4306110');
  dispatcher('shorter-prefix', '43061');
  people.set(
    'forged',
    someone('forged', ['hotline.Dispatcher', DISTRICT], ['hotline.dispatcher ', DISTRICT]),
  );
  people.set('unit', office.handlerOf(WATER));
  people.set('other-unit', office.handlerOf('区教育局'));
  people.set('unit-as-region', someone('区划经办人', ['hotline.handler', DISTRICT]));
  people.set('gateway', someone('gateway', ['hotline.gateway', DISTRICT]));
  const app = { ...office.app, authenticate: knownPeople(people)() as never };
  server = await startTestServer(app);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const inTown = async (): Promise<WorkOrder> => {
  const wish = lampOrder({ place: TOWN });
  return (await office.act(office.agent, 'work-order.register', wish)).row as WorkOrder;
};
const withUnit = async (): Promise<WorkOrder> => {
  const { id } = await inTown();
  const input = { handler: office.unit(WATER) };
  return (await office.act(office.dispatcher, 'work-order.dispatch', input, id)).row as WorkOrder;
};
const post = async (who: string, path: string, body: object = {}) => {
  const answer = await server.call('POST', `/api/work-orders/${path}`, { token: who, body });
  return [answer.status, answer.body['code']];
};

describe('who may touch an order of a town', () => {
  test.each([
    ['district', [200, undefined]],
    ['town', [200, undefined]],
    ['other-town', [404, 'lib.not-found']],
    ['sibling-prefix', [404, 'lib.not-found']],
    ['shorter-prefix', [404, 'lib.not-found']],
    ['forged', [403, 'lib.missing-role']],
    ['unit', [403, 'lib.missing-role']],
  ])('dispatching as %s answers %j', async (who, expected) => {
    const { id } = await inTown();
    expect(await post(who, `${id}/dispatch`, { handler: office.unit(WATER) })).toEqual(expected);
  });

  test.each([
    ['sign', {}],
    ['return', { reason: '不属于本单位职责' }],
    ['reply', { text: '已修好。' }],
    ['ask-extension', { days: 1, reason: '须购买配件', isTold: true }],
    ['apply-exclusion', { ground: 'historical', evidence: '改制文件' }],
  ])("another unit's %s answers as if there were no such order", async (verb, body) => {
    const { id } = await withUnit();
    expect(await post('other-unit', `${id}/${verb}`, body)).toEqual([404, 'lib.not-found']);
    expect(await post('other-unit', `01980000-0000-7000-8000-0000000000aa/${verb}`, body)).toEqual([
      404,
      'lib.not-found',
    ]);
  });

  test('a list holds only what its reader may see, and a filter counts nothing more', async () => {
    await withUnit();
    const count = async (who: string, question = '') =>
      ((await server.call('GET', `/api/work-orders${question}`, { token: who })).body['items'] as unknown[])
        .length;
    expect(await count('unit')).toBeGreaterThan(0);
    expect(await count('other-unit')).toBe(0);
    expect(await count('other-unit', `?handler=${office.unit(WATER)}`)).toBe(0);
    expect(await count('other-town', `?place=${TOWN}`)).toBe(0);
    expect(await count('sibling-prefix')).toBe(0);
  });
});

describe('at once', () => {
  test('two dispatchers cannot send the same order: one wins, the other is told where it is now', async () => {
    const { id } = await inTown();
    const sent = await Promise.all(
      [WATER, '区教育局'].map((name) => post('district', `${id}/dispatch`, { handler: office.unit(name) })),
    );
    expect(sent.map(([status]) => status).sort()).toEqual([200, 409]);
    const [lost] = sent.filter(([status]) => status === 409);
    expect(lost![1]).toBe('lib.wrong-state');
  });

  test('a reply to a closed order is refused with the state it is in', async () => {
    const { id } = await withUnit();
    const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
    const said = { text: '已修好。', contacted };
    expect((await post('unit', `${id}/reply`, said))[0]).toBe(200);
    expect((await post('district', `${id}/close`))[0]).toBe(200);
    expect(await post('unit', `${id}/reply`, said)).toEqual([409, 'lib.wrong-state']);
  });

  test('a unit that replies while the order is transferred: the order ends in one hand', async () => {
    const { id } = await withUnit();
    const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
    const done = await Promise.all([
      post('unit', `${id}/reply`, { text: '已修好。', contacted }),
      post('district', `${id}/transfer`, { handler: office.unit('区教育局'), reason: '属教育' }),
    ]);
    expect(done.map(([status]) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});

describe('precedents', () => {
  const topic = '城乡建设/城市建设和市政管理/园林绿化环卫';
  const rule = async (unit: string, place: string) => {
    const order = (await office.act(office.agent, 'work-order.register', lampOrder({ place }))).row;
    await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER) }, order.id);
    const ruling = { handler: office.unit(unit), reason: '裁定理由' };
    await office.act(office.supervisor, 'work-order.arbitrate', ruling, order.id);
  };
  const suggested = async (who: string, place: string) => {
    const question = new URLSearchParams({ topic, place }).toString();
    const { status, body } = await server.call('GET', `/api/precedents/suggest?${question}`, { token: who });
    return [
      status,
      (body['items'] as { handlerName: string }[] | undefined)?.map((each) => each.handlerName),
    ];
  };

  test('the nearest ruling comes first, that of the district after it; nobody asks about another town', async () => {
    await rule('区城市管理和综合执法局', DISTRICT);
    await rule('区住房和城乡建设局', TOWN);
    expect(await suggested('town', '430611101200')).toEqual([
      200,
      ['区住房和城乡建设局', '区城市管理和综合执法局'],
    ]);
    expect(await suggested('district', OTHER_TOWN)).toEqual([200, ['区城市管理和综合执法局']]);
    expect(await suggested('other-town', TOWN)).toEqual([404, undefined]);
  });
});

test('the reviewer is told what is doubtful about the contact, whoever may not see the order nothing', async () => {
  const { id } = await withUnit();
  office.clock.set('2020-05-12T08:00+08:00');
  const contacted = { at: '2020-05-11T18:00:00.000Z', how: '电话', withCaller: true }; // Tuesday, two at night
  await office.act(office.handlerOf(WATER), 'work-order.reply', { text: '已修好。', contacted }, id);
  const ask = (who: string) => server.call('GET', `/api/work-orders/${id}/review`, { token: who });
  expect((await ask('district')).body['doubts']).toEqual(['02:00 联系诉求人，不在通常的时间']);
  expect((await ask('other-town')).status).toBe(404);
  expect((await ask('unit')).status).toBe(403);
});
