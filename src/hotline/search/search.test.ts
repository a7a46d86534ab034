import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { indexAll } from './index-loop.ts';

let office: HotlineOffice;
let server: TestServer;
const people = new Map<string, Person>();
const ids = new Map<string, string>();
const WATER = '区水利局';

async function register(name: string, more: Readonly<Record<string, unknown>>): Promise<void> {
  const { row } = await office.act(office.agent, 'work-order.register', lampOrder({ title: name, ...more }));
  ids.set(name, row.id);
  office.later(1);
}

beforeAll(async () => {
  office = await hotlineOffice();
  people.set('agent', office.agent);
  people.set('dispatcher', office.dispatcher);
  people.set('supervisor', office.supervisor);
  people.set('caller-back', office.callerBack);
  people.set('gateway', office.gateway);
  people.set('handler', office.handlerOf(WATER));
  people.set('elsewhere', someone('外区话务员', ['hotline.agent', '430602']));
  people.set('platform', someone('电话平台', ['hotline.switchboard']));
  server = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
  await register('小区路灯三天不亮', { text: '小区门口的路灯坏了三天，晚上看不见路。' });
  await register('工地夜间施工噪声扰民', { text: '每天夜里十二点还在打桩。' });
  await register('水渠堵塞', { text: '村口的水渠堵了，田里进不了水。' });
  await office.act(
    office.dispatcher,
    'work-order.dispatch',
    { handler: office.unit(WATER) },
    ids.get('水渠堵塞')!,
  );
  await indexAll(office.app);
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const search = async (q: string, token = 'agent') => {
  const { status, body } = await server.call(
    'GET',
    `/api/work-orders/search?${new URLSearchParams({ q }).toString()}`,
    { token },
  );
  const items = (body['items'] ?? []) as readonly { readonly title: string }[];
  return { status, titles: items.map((each) => each.title) };
};
const similar = async (body: object, token = 'agent') => {
  const answer = await server.call('POST', '/api/work-orders/similar', { token, body });
  return { status: answer.status, items: (answer.body['items'] ?? []) as readonly Record<string, unknown>[] };
};

describe('full text', () => {
  test('a piece of the text is found as it stands, whatever a dictionary knows', async () => {
    expect((await search('渠堵')).titles).toEqual(['水渠堵塞']);
    expect((await search('堵渠')).titles).toEqual([]);
  });

  test('one character is found, at the end of a sentence too', async () => {
    expect((await search('桩')).titles).toEqual(['工地夜间施工噪声扰民']);
  });

  test('several words must all be there', async () => {
    expect((await search('小区 路灯')).titles).toEqual(['小区路灯三天不亮']);
    expect((await search('小区 噪声')).titles).toEqual([]);
  });

  test('signs alone find nothing and break nothing', async () => {
    for (const q of ["'", '&|!', '% _', "');--", '🙂'])
      expect(await search(q)).toEqual({ status: 200, titles: [] });
  });

  test('a number finds its order', async () => {
    const [row] = await office.app.query("select number from work_order where title = '水渠堵塞'", []);
    expect((await search((row!['number'] as string).toLowerCase())).titles).toEqual(['水渠堵塞']);
  });

  test('a reply is found once it is given', async () => {
    await office.act(
      office.handlerOf(WATER),
      'work-order.reply',
      {
        text: '已组织清淤，明日通水。',
        contacted: { at: office.clock.now(), how: '电话', withCaller: true },
      },
      ids.get('水渠堵塞')!,
    );
    expect((await search('清淤')).titles).toEqual([]);
    await indexAll(office.app);
    expect((await search('清淤')).titles).toEqual(['水渠堵塞']);
  });

  test('a unit finds its own orders only, another district finds none', async () => {
    expect((await search('水渠', 'handler')).titles).toEqual(['水渠堵塞']);
    expect((await search('路灯', 'handler')).titles).toEqual([]);
    expect((await search('路灯', 'elsewhere')).titles).toEqual([]);
  });

  test.each([
    ['dispatcher', 200],
    ['supervisor', 200],
    ['caller-back', 200],
    ['gateway', 200],
    ['platform', 403],
  ])('%s is answered %i', async (who, status) => {
    expect((await search('路灯', who)).status).toBe(status);
    expect((await similar({ title: '路灯不亮' }, who)).status).toBe(status);
  });
});

describe('similar orders while typing', () => {
  test('the street lamp is found by other words about it, with what both say', async () => {
    const { items } = await similar({ title: '路灯不亮', text: '我们小区的路灯坏了' });
    expect(items.map((each) => each['title'])).toEqual(['小区路灯三天不亮']);
    expect(items[0]).toMatchObject({ stateTitle: '待派单', isOpen: true, handler: null, isSamePlace: false });
    expect(items[0]!['because']).toContain('路灯坏了');
  });

  test('the same place and topic are said', async () => {
    const order = lampOrder();
    const { items } = await similar({ title: '路灯三天不亮', place: order['place'], topic: order['topic'] });
    expect(items[0]).toMatchObject({ isSamePlace: true, isSameTopic: true });
  });

  test('nothing typed yet, or only signs, is like nothing', async () => {
    expect(await similar({ title: '' })).toEqual({ status: 200, items: [] });
    expect(await similar({ title: '？！' })).toEqual({ status: 200, items: [] });
  });

  test('a unit is shown its own, another district none, a stranger is not answered', async () => {
    expect((await similar({ title: '路灯不亮' }, 'handler')).items).toEqual([]);
    expect((await similar({ title: '水渠堵塞' }, 'handler')).items).toHaveLength(1);
    expect((await similar({ title: '路灯不亮' }, 'elsewhere')).items).toEqual([]);
    expect((await server.call('POST', '/api/work-orders/similar', { body: { title: 'x' } })).status).toBe(
      401,
    );
  });

  test('a letter of the greatest length is compared', async () => {
    expect((await similar({ title: '路灯', text: '路灯坏了三天。'.repeat(1428) })).items).toHaveLength(1);
  });
});

test('indexing again changes nothing; two processes do not index twice', async () => {
  const before = await office.app.query('select id, digest from work_order_search order by id', []);
  await Promise.all([indexAll(office.app), indexAll(office.app)]);
  expect(await office.app.query('select id, digest from work_order_search order by id', [])).toEqual(before);
  expect(before).toHaveLength(3);
});
