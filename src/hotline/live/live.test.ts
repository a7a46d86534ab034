import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

let office: HotlineOffice;
let server: TestServer;
const people = new Map<string, Person>();
const WATER = '区水利局';
beforeAll(async () => {
  office = await hotlineOffice();
  const units = [...(await office.app.query('select name from organisation order by name', []))];
  people.set('agent', office.agent);
  people.set('dispatcher', office.dispatcher);
  people.set('water', office.handlerOf(WATER));
  people.set('other', office.handlerOf(units.find((each) => each['name'] !== WATER)!['name'] as string));
  people.set('platform', someone('电话平台', ['hotline.switchboard']));
  people.set('nobody', someone('无权者'));
  server = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
});
afterAll(async () => {
  await server.close();
  await office.close();
});

interface Told {
  readonly event: string;
  readonly id: string | undefined;
  readonly said: Readonly<Record<string, string>>;
}
/** Listens and answers events one after the other. */
async function listening(token: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${server.url}/api/hotline/live`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Told | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const lines = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        const field = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
        if (field('event'))
          return {
            event: field('event')!,
            id: field('id'),
            said: JSON.parse(field('data')!) as Told['said'],
          };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    next,
    stop: () => reader.cancel(),
  };
}

const register = async (more = {}) =>
  (await office.act(office.agent, 'work-order.register', lampOrder(more))).row;
const dispatch = (id: string, unit = WATER) =>
  office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(unit) }, id);

test('a desk hears of a new order without what is written in it', async () => {
  const agent = await listening('agent');
  expect(agent.type).toContain('text/event-stream');
  const { id } = await register({ caller: { name: '丙某', phone: '13611112222' } });
  const told = await agent.next();
  expect(told).toEqual({
    event: 'change',
    id: expect.stringMatching(/^\d+$/),
    said: { noun: 'work-order', id, action: 'work-order.register', state: 'registered' },
  });
  await agent.stop();
});

test('a unit hears of its own orders only', async () => {
  const [mine, others] = [await register(), await register()];
  const water = await listening('water');
  const someUnit = [...people.get('other')!.grants][0]!.scope;
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: someUnit }, others.id);
  await dispatch(mine.id);
  expect((await water.next())!.said).toMatchObject({ id: mine.id, state: 'dispatched' });
  await water.stop();
});

test('an order that goes to another unit is told of once more to the one that loses it', async () => {
  const { id } = await register();
  await dispatch(id);
  const water = await listening('water');
  await office.act(office.handlerOf(WATER), 'work-order.return', { reason: '不属于本单位职责' }, id);
  expect((await water.next())!.said).toMatchObject({ id, state: 'returned' });
  await water.stop();
});

test('a ring is heard by agents, not by units', async () => {
  const { id } = await register();
  const [agent, water] = [await listening('agent'), await listening('water')];
  const ring = await office.act(people.get('platform')!, 'call.arrive', {
    line: '12345',
    phone: '13800009999',
  });
  expect((await agent.next())!.said).toMatchObject({ noun: 'call', id: ring.row.id, action: 'call.arrive' });
  await dispatch(id);
  expect((await water.next())!.said).toMatchObject({ noun: 'work-order', id });
  await Promise.all([agent.stop(), water.stop()]);
});

test('who was away a moment hears what they missed; who was away for long loads everything again', async () => {
  const first = await listening('agent');
  await register();
  const seen = (await first.next())!.id!;
  await first.stop();
  const { id } = await register();
  const back = await listening('agent', { 'last-event-id': seen });
  expect((await back.next())!.said).toMatchObject({ id });
  await back.stop();
  for (let n = 0; n < 3; n++) await Promise.all(Array.from({ length: 200 }, () => register()));
  const late = await listening('agent', { 'last-event-id': seen });
  expect((await late.next())!.event).toBe('reset');
  await late.stop();
});

test('the stream ends with the right to listen', async () => {
  people.set('leaving', office.agent);
  const stream = await listening('leaving');
  people.delete('leaving');
  await register();
  expect(await stream.next()).toBeNull();
});

test('a stranger and somebody without a role of the hotline are not answered', async () => {
  expect((await listening('unknown')).status).toBe(401);
  expect((await listening('nobody')).status).toBe(403);
});

test('one person opens no more than twenty streams', async () => {
  const streams = await Promise.all(Array.from({ length: 20 }, () => listening('dispatcher')));
  expect((await listening('dispatcher')).status).toBe(429);
  await Promise.all(streams.map((each) => each.stop()));
});

test('the server closes while somebody listens', async () => {
  const other = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
  const answer = await fetch(`${other.url}/api/hotline/live`, { headers: { authorization: 'Bearer agent' } });
  await other.close();
  expect(await answer.text()).toBe('retry: 3000\n\n');
});
