import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countMeasure, foldAll } from '#ledger/index.ts';
import type { Person } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import type { Call } from './call.ts';
import { linkCalls } from './link-loop.ts';
import { callMeasures } from './measures.ts';
import { answeredColumns, toldAt } from './times.ts';
import { instant } from '#lib/time.ts';

let office: HotlineOffice;
let server: TestServer;
let platform: Person;
const people = new Map<string, Person>();
beforeAll(async () => {
  office = await hotlineOffice();
  platform = someone('电话平台', ['hotline.switchboard']);
  people.set('platform', platform);
  people.set('agent', office.agent);
  people.set('dispatcher', office.dispatcher);
  people.set('caller-back', office.callerBack);
  people.set('supervisor', office.supervisor);
  people.set('gateway', office.gateway);
  people.set('handler', office.handlerOf('区水利局'));
  people.set('elsewhere', someone('外区话务员', ['hotline.agent', '430602']));
  server = await startTestServer({ ...office.app, authenticate: knownPeople(people)() });
});
afterAll(async () => {
  await server.close();
  await office.close();
});

const LINE = '12345';
const rings = async (more = {}): Promise<Call> =>
  (await office.act(platform, 'call.arrive', { line: LINE, phone: '13800005678', ...more })).row as Call;

describe('a call', () => {
  test('answered 15 seconds after it arrived is within the standard, a moment later it is not', () => {
    const at = instant('2020-05-11T01:00:00Z');
    const after = (text: string) => answeredColumns(at, instant(text));
    expect(after('2020-05-11T01:00:00Z')).toMatchObject({ secondsToAnswer: 0, isWithin15: true });
    expect(after('2020-05-11T01:00:14.200Z')).toMatchObject({ secondsToAnswer: 15, isWithin15: true });
    expect(after('2020-05-11T01:00:15Z')).toMatchObject({ secondsToAnswer: 15, isWithin15: true });
    expect(after('2020-05-11T01:00:15.001Z')).toMatchObject({ secondsToAnswer: 16, isWithin15: null });
  });

  test('told a little too early by another clock happened at once; told hours early is refused', () => {
    const [arrived, now] = [instant('2020-05-11T01:00:00Z'), instant('2020-05-11T05:00:00Z')];
    expect(toldAt(instant('2020-05-11T00:59:58Z'), arrived, now)).toBe(arrived);
    expect(() => toldAt(instant('2020-05-11T00:00:00Z'), arrived, now)).toThrow('hotline.call-out-of-order');
    expect(() => toldAt(instant('2020-05-11T06:00:00Z'), arrived, now)).toThrow('hotline.call-in-future');
  });

  test('rings, is answered by an agent, ends with its recording', async () => {
    const { id } = await rings();
    office.clock.set('2020-05-11T09:00:08+08:00');
    const answered = await office.act(office.agent, 'call.answer', {}, id);
    expect(answered.row).toMatchObject({ state: 'talking', agent: office.agent.id, secondsToAnswer: 8 });
    office.clock.set('2020-05-11T09:04:00+08:00');
    const ended = await office.act(platform, 'call.end', { recording: 'https://voice.example/1.wav' }, id);
    expect(ended.row).toMatchObject({ state: 'ended', recording: 'https://voice.example/1.wav' });
    office.clock.set('2020-05-11T09:00+08:00');
  });

  test('no trace of the number stands in the ledger in plain', async () => {
    const { id } = await rings({ phone: '13912340000' });
    const [entry] = await office.app.query(
      'select details::text || changes::text as said from ledger_entry where subject = $1',
      [id],
    );
    expect(entry!['said']).not.toContain('13912340000');
  });

  test('one call of the telephone system is told once', async () => {
    const told = {
      line: LINE,
      reference: 'PBX-1',
      arrivedAt: '2020-05-10T01:00:00Z',
      endedAt: '2020-05-10T01:01:00Z',
    };
    await office.act(platform, 'call.record', told);
    await expect(office.act(platform, 'call.record', told)).rejects.toMatchObject({ code: 'lib.duplicate' });
  });

  test('an order registered with its call is tied to it by the program', async () => {
    const { id } = await rings();
    await office.act(office.agent, 'call.answer', {}, id);
    const order = await office.act(office.agent, 'work-order.register', lampOrder({ call: id }));
    await linkCalls(office.app);
    const [row] = await office.app.query('select order_id from phone_call where id = $1', [id]);
    expect(row!['order_id']).toBe(order.row.id);
  });

  test('a result that is no order is refused', async () => {
    const { id } = await rings();
    await office.act(office.agent, 'call.answer', {}, id);
    await expect(office.act(office.agent, 'call.link', { order: id }, id)).rejects.toMatchObject({
      code: 'hotline.no-order',
    });
  });
});

describe('the figures of calls', () => {
  test('of four calls three were answered and two of them within 15 seconds: 3/4 and 2/3', async () => {
    const record = (answeredAt?: string) =>
      office.act(platform, 'call.record', {
        line: LINE,
        arrivedAt: '2019-03-01T01:00:00Z',
        ...(answeredAt ? { answeredAt } : {}),
        endedAt: '2019-03-01T01:05:00Z',
      });
    await record('2019-03-01T01:00:10Z');
    await record('2019-03-01T01:00:15Z');
    await record('2019-03-01T01:00:16Z');
    await record();
    await foldAll(office.app);
    const within = { from: '2019-01-01', to: '2019-12-31' };
    const figure = async (name: string) => {
      const { numerator, denominator } = await countMeasure(
        office.app,
        callMeasures.find((each) => each.name === name)!,
        within as never,
      );
      return [numerator, denominator];
    };
    expect(await figure('hotline.calls')).toEqual([4n, null]);
    expect(await figure('hotline.calls-given-up')).toEqual([1n, null]);
    expect(await figure('hotline.connection-rate')).toEqual([3n, 4n]);
    expect(await figure('hotline.within-15-seconds-rate')).toEqual([2n, 3n]);
  });
});

describe('who is calling', () => {
  const PHONE = '13700001111';
  const ask = (token: string, phone = PHONE) =>
    server.call('POST', '/api/callers/history', { token, body: { phone } });
  beforeAll(async () => {
    const caller = { name: '乙某', phone: PHONE };
    await office.act(office.agent, 'work-order.register', lampOrder({ caller, title: '井盖松动' }));
    office.later(1);
    await office.act(
      office.agent,
      'work-order.register',
      lampOrder({ caller, type: 'report', title: '举报夜间排污' }),
    );
  });

  test('the agent sees both earlier orders, the newest first, in words', async () => {
    const { status, body } = await ask('agent');
    expect(status).toBe(200);
    expect(body).toMatchObject({ count: 2, open: 2 });
    expect(body['orders']).toMatchObject([
      { title: '举报夜间排污', type: '举报', stateTitle: '待派单', isConfidential: true, isOpen: true },
      { title: '井盖松动', type: '求助', channel: '电话', isConfidential: false },
    ]);
    expect(JSON.stringify(body)).not.toContain(PHONE);
  });

  test('with +86 or a trunk nought it is the same caller', async () => {
    for (const phone of ['+86 137-0000-1111', '013700001111', '008613700001111'])
      expect((await ask('agent', phone)).body['count']).toBe(2);
  });

  test('who may not know the protected caller does not find the confidential order by the number', async () => {
    expect((await ask('dispatcher')).body).toMatchObject({ count: 1, calls: [] });
  });

  test.each([
    ['caller-back', 200],
    ['supervisor', 200],
    ['gateway', 403],
    ['handler', 403],
    ['platform', 403],
  ])('%s is answered %i', async (who, status) => {
    expect((await ask(who)).status).toBe(status);
  });

  test('an agent of another district finds nothing, a stranger is not answered, part of a number is refused', async () => {
    expect((await ask('elsewhere')).body).toMatchObject({ count: 0, orders: [] });
    expect((await server.call('POST', '/api/callers/history', { body: { phone: PHONE } })).status).toBe(401);
    expect((await ask('agent', '137')).status).toBe(400);
  });

  test('a call pops up with its number masked and what the caller brought before', async () => {
    const { id } = await rings({ phone: PHONE });
    const { body } = await server.call('GET', `/api/calls/${id}/caller`, { token: 'agent' });
    expect(body).toMatchObject({ call: { id, phone: '137********', state: 'ringing' }, count: 2 });
    expect(body['calls']).toMatchObject([{ id, isAnswered: false }]);
    expect((await server.call('GET', `/api/calls/${id}/caller`, { token: 'handler' })).status).toBe(403);
  });

  test('a withheld number has no history', async () => {
    const { row } = await office.act(platform, 'call.arrive', { line: LINE });
    const { body } = await server.call('GET', `/api/calls/${row.id}/caller`, { token: 'agent' });
    expect(body).toMatchObject({ call: { phone: null }, orders: [], count: 0 });
  });
});
