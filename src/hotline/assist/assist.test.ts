import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

let office: HotlineOffice;
let server: TestServer;
beforeAll(async () => {
  office = await hotlineOffice();
  const people = new Map<string, Person>([
    ['agent', office.agent],
    ['unit', office.handlerOf('区水利局')],
    ['other', office.handlerOf('区教育局')],
  ]);
  server = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const ask = (path: string, token: string, body: unknown) => server.call('POST', path, { token, body });
const message = {
  title: '学校食堂的饭菜不新鲜',
  text: '孩子在小学读三年级，食堂的饭菜经常不新鲜，请教育部门管一管学校。',
};

test('two topics and units with their reasons, units by the tenant’s own names', async () => {
  const { status, body } = await ask('/api/hotline/suggest', 'agent', message);
  expect(status).toBe(200);
  const { topics, units, because } = body as unknown as {
    topics: { label: string; p: number }[];
    units: { id: string | null; name: string; because: string }[];
    because: { gram: string }[];
  };
  expect(topics).toHaveLength(2);
  expect(topics[0]!.label).toBe('教育文体');
  expect(topics[0]!.p).toBeGreaterThan(topics[1]!.p);
  expect(units[0]).toMatchObject({ id: office.unit('区教育局') });
  expect(units[0]!.because).toContain('假定');
  expect(because.length).toBeGreaterThan(0);
});

test('the topic is as deep as the text bears: a lamp in the street is a public facility of the town', async () => {
  const { body } = await ask('/api/hotline/suggest', 'agent', { text: '村口的路灯坏了一个星期' });
  const { topics, words } = body as unknown as {
    topics: { label: string; path: string; share: number }[];
    words: { word: string; path: string }[];
  };
  const path = '城乡建设/城市建设和市政管理/城市公共设施';
  // One word of one topic, at the beginning: 2 ÷ (2 + 1).
  expect(topics[0]).toMatchObject({ label: '城乡建设', path, share: 2 / 3 });
  expect(words).toEqual([{ word: '路灯', path }]);
});

test('nothing said is refused with the next step; a handler has no business here', async () => {
  expect((await ask('/api/hotline/suggest', 'agent', { title: '', text: '？！' })).status).toBe(422);
  expect((await ask('/api/hotline/suggest', 'unit', message)).status).toBe(403);
  expect((await server.call('POST', '/api/hotline/suggest', { body: message })).status).toBe(401);
});

test('a reply that says nothing is pointed out before it is sent, only to those who may see the order', async () => {
  const { row } = await office.act(
    office.agent,
    'work-order.register',
    lampOrder({ text: '路灯三天不亮，请问什么时候修好？' }),
  );
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit('区水利局') }, row.id);
  const draft = { order: row.id, text: '已收悉。' };
  const own = await ask('/api/hotline/check-reply', 'unit', draft);
  expect(own.status).toBe(200);
  const kinds = (own.body as unknown as { findings: { kind: string }[] }).findings.map(({ kind }) => kind);
  expect(kinds).toContain('nothing-said');
  expect((await ask('/api/hotline/check-reply', 'other', draft)).status).toBe(404);
});

test('what several brought in a week is one hot matter with a name', async () => {
  for (const place of ['430611001', '430611001', '430611001'])
    await office.act(
      office.agent,
      'work-order.register',
      lampOrder({ place, title: '柳毅社区自来水发黄', text: '柳毅社区的自来水发黄有异味，已经三天了。' }),
    );
  office.later(1);
  const { body } = await server.call('GET', '/api/hotline/hot-matters', { token: 'agent' });
  const { items } = body as unknown as {
    items: { name: string; count: number; trend: string; placeName: string }[];
  };
  expect(items[0]).toMatchObject({ count: 3, trend: 'new' });
  expect(items[0]!.name).toContain('自来水');
  // One moment in two writings is one question; before anything was recorded there is nothing, and that is no fault.
  const until = (text: string) =>
    server.call('GET', `/api/hotline/hot-matters?until=${encodeURIComponent(text)}`, { token: 'agent' });
  expect((await until('2020-05-11T09:00:00+08:00')).body).toEqual((await until('2020-05-11T01:00:00Z')).body);
  expect((await until('1950-01-01T00:00:00Z')).body).toMatchObject({ orders: 0, items: [] });
  expect((await until('1850-01-01T00:00:00Z')).status).toBe(400);
});
