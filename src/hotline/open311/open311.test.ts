import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { bareServer } from '#lib/http/server.ts';
import { knownPeople } from '#lib/testing/server.ts';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { open311Routes } from './routes.ts';
import { xmlList } from './format.ts';

let office: HotlineOffice;
let server: FastifyInstance;
beforeAll(async () => {
  office = await hotlineOffice('2020-06-02T09:00+08:00');
  const known = new Map([
    ['agent-key', office.agent],
    ['unit-key', office.handlerOf('区水利局')],
  ]);
  server = bareServer(office.app);
  await open311Routes(server, { ...office.app, authenticate: knownPeople(known)() });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await office.close();
});
beforeEach(() => office.later(2 * 60));

const get = (path: string, headers = {}) => server.inject({ url: `/open311/v2${path}`, headers });
const post = (fields: Readonly<Record<string, string>>, more: { path?: string; headers?: object } = {}) =>
  server.inject({
    method: 'POST',
    url: `/open311/v2${more.path ?? '/requests.json'}`,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...more.headers },
  });
const codeOf = async (name: string): Promise<string> =>
  (await get('/services.json'))
    .json<{ service_code: string; description: string }[]>()
    .find((each) => each.description.includes(name))!.service_code;
const lamp = async () => ({
  service_code: await codeOf('园林绿化环卫'),
  description: '小区门口的路灯不亮\n晚上看不见路',
  address_string: '荷花路口',
  phone: '13800001234',
  last_name: '甲',
});
const first = (answer: Awaited<ReturnType<typeof post>>) => answer.json<Record<string, string>[]>()[0]!;

describe('services', () => {
  test('every active topic is a service, as JSON and as XML', async () => {
    const json = await get('/services.json');
    const [active] = await office.app.query(
      `select count(*)::int as n from hotline_topic where state = 'active'`,
      [],
    );
    expect(json.json<unknown[]>().length).toBe(active!['n']);
    const xml = await get('/services.xml');
    expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(xml.body).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?><services><service><service_code>/);
    expect((await get('/services', { accept: 'text/xml' })).body).toBe(xml.body);
  });

  test('a topic with a national code of its own is known by it, a shared code by numbers', async () => {
    const topics = await office.app.query(
      `select id from hotline_topic where topic_path like '民政/%' order by topic_path limit 3`,
      [],
    );
    const map = (n: number, nationalCode: string) =>
      office.act(office.supervisor, 'hotline-topic.map', { nationalCode }, topics[n]!['id'] as string);
    await map(0, '010101');
    await map(1, '020202');
    await map(2, '020202');
    const codes = (await get('/services.json'))
      .json<{ service_code: string }[]>()
      .map((each) => each.service_code);
    expect(codes).toContain('010101');
    expect(codes).not.toContain('020202');
    expect(new Set(codes).size).toBe(codes.length);
    expect((await get('/services/010101.xml')).body).toContain(
      '<service_definition><service_code>010101</service_code><attributes></attributes></service_definition>',
    );
  });

  test('an unknown service and a foreign jurisdiction are 404 in the shape of the standard', async () => {
    const unknown = await get('/services/none.json');
    expect([unknown.statusCode, unknown.json()]).toEqual([
      404,
      [{ code: '404', description: '没有这个 service_code，请从 services 列表中选取' }],
    ]);
    const foreign = await get('/services.xml?jurisdiction_id=elsewhere');
    expect(foreign.statusCode).toBe(404);
    expect(foreign.body).toContain('<errors><error><code>404</code><description>');
  });
});

describe('requests', () => {
  test('a stranger posts one, gets its number, the promised day and how to follow it', async () => {
    office.clock.set('2020-06-02T10:00+08:00'); // Tuesday; five working days: 9 June
    const answer = await post(await lamp());
    expect(answer.statusCode).toBe(201);
    const { service_request_id: number, service_notice } = first(answer);
    expect(service_notice).toMatch(/^预计 2020年6月9日前答复。凭编号和查询码 [2-9A-HJ-NP-Z]{8} 查进度$/);
    const [row] = await office.app.query(
      'select channel, title, text, place from work_order where number = $1',
      [number],
    );
    expect(row).toEqual({
      channel: 'api',
      title: '小区门口的路灯不亮',
      text: '小区门口的路灯不亮\n晚上看不见路\n地点：荷花路口',
      place: '430611',
    });
  });

  test('the kind of request is what its words say, or what the client says', async () => {
    const typeOfPosted = async (more: Readonly<Record<string, string>>): Promise<unknown> => {
      const { service_request_id: number } = first(await post({ ...(await lamp()), ...more }));
      const [row] = await office.app.query('select type from work_order where number = $1', [number]);
      return row!['type'];
    };
    expect(await typeOfPosted({})).toBe('help');
    expect(await typeOfPosted({ description: '投诉：路灯报修三次无人理' })).toBe('complaint');
    expect(await typeOfPosted({ type: '建议' })).toBe('suggestion');
    expect((await post({ ...(await lamp()), type: '其他' })).statusCode).toBe(400);
  });

  test('what is not public is not there: neither in the list nor by number, for nobody without a key', async () => {
    const { service_request_id: number } = first(await post(await lamp()));
    expect((await get('/requests.json')).json()).toEqual([]);
    const [real, forged] = [await get(`/requests/${number}.json`), await get('/requests/GD2020999999.json')];
    expect([real.statusCode, real.body]).toEqual([404, forged.body]);
    const [agent, unit] = [
      await get(`/requests/${number}.json?api_key=agent-key`),
      await get(`/requests/${number}.json?api_key=unit-key`),
    ];
    expect(first(agent)).toMatchObject({ service_request_id: number, status: 'open' });
    expect([unit.statusCode, unit.body]).toEqual([404, forged.body]);
  });

  test('answered, with consent and released, it is public in the released words', async () => {
    const { service_request_id: number } = first(await post({ ...(await lamp()), publishable: 'true' }));
    const [row] = await office.app.query('select id from work_order where number = $1', [number]);
    const id = row!['id'] as string;
    await office.act(office.dispatcher, 'work-order.answer-directly', { text: '今晚修好。' }, id);
    const released = { publicTitle: '路灯', publicText: '路灯不亮', publicReply: '今晚修好' };
    await office.act(office.dispatcher, 'work-order.publish', { ...released, isChecked: true }, id);
    const service_code = await codeOf('园林绿化环卫');
    const listed = await get(`/requests.json?service_code=${service_code}&status=closed`);
    expect(first(listed)).toMatchObject({
      service_request_id: number,
      status: 'closed',
      status_notes: '今晚修好',
      description: '路灯不亮',
      service_code,
      address_id: '430611',
      lat: null,
    });
    expect(listed.body).not.toMatch(/看不见|13800001234|荷花路口/);
    expect((await get('/requests.json?status=open')).json()).toEqual([]);
    expect(
      (await get('/requests.json?start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).json(),
    ).toEqual([]);
    expect(first(await get(`/requests.json?service_request_id=${number}`))['status']).toBe('closed');
  });

  test.each([
    ['no service', { service_code: 'none' }, 404, 'service_code：没有这个 service_code'],
    ['no description', { description: '' }, 400, 'description：必填'],
    [
      'nowhere',
      { address_string: '' },
      400,
      'address_string：须给出 lat 和 long、address_string 或 address_id',
    ],
    [
      'half a point',
      { address_string: '', lat: '29.1' },
      400,
      'address_string：须给出 lat 和 long、address_string 或 address_id',
    ],
    ['a latitude beyond the pole', { lat: '90.5', long: '112' }, 400, 'lat：纬度应在 -90 至 90 之间'],
    ['a longitude beyond the date line', { lat: '29', long: '-181' }, 400, 'long：经度应在 -180 至 180 之间'],
    ['a number that is none', { lat: 'NaN', long: '112' }, 400, 'lat：应为小数'],
    ['a point that is none', { lat: 'north', long: '112' }, 400, 'lat：应为小数'],
    [
      'a place elsewhere',
      { address_id: '110101' },
      400,
      'address_id：没有这个行政区划，或它已撤销；请填写本区的区划代码或名称',
    ],
    ['a phone that is none', { phone: 'call me' }, 400, 'phone：应为手机或固定电话号码，如 0730-1234567'],
  ])('%s is refused, said at its field', async (_what, more, status, description) => {
    const answer = await post({ ...(await lamp()), ...more });
    expect([answer.statusCode, answer.json()]).toEqual([status, [{ code: String(status), description }]]);
  });

  test('a wrong key, and one that may not register, are 403', async () => {
    for (const api_key of ['no-such-key', 'unit-key']) {
      const answer = await post({ ...(await lamp()), api_key });
      expect([answer.statusCode, first(answer)['code']]).toEqual([403, '403']);
    }
    expect((await post({ ...(await lamp()), api_key: 'agent-key' })).statusCode).toBe(201);
  });

  test('without a phone it is anonymous, and its code comes with the answer', async () => {
    const { phone: _phone, last_name: _name, ...rest } = await lamp();
    expect(first(await post(rest))['service_notice']).toMatch(/凭编号和查询码 [2-9A-HJ-NP-Z]{8} 查进度$/);
  });

  test('the same Idempotency-Key is the same request', async () => {
    const headers = { 'idempotency-key': 'a-client-that-repeats' };
    const [one, two] = [await post(await lamp(), { headers }), await post(await lamp(), { headers })];
    expect(two.body).toBe(one.body);
  });

  test('dates that are none, a span too long and a status there is not are refused', async () => {
    for (const query of [
      'start_date=yesterday',
      'start_date=2020-01-01T00:00:00Z&end_date=2020-12-31T00:00:00Z',
      'status=lost',
    ])
      expect((await get(`/requests.json?${query}`)).statusCode).toBe(400);
  });

  test('JSON is not what the standard posts', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      payload: { description: 'x' },
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('tokens', () => {
  test('an office that gives numbers later gives a token, which leads to the number; a forged one to nothing', async () => {
    await office.act(SYSTEM, 'setting.change', {
      name: 'hotline.open311',
      value: { isOpen: true, answersWith: 'token' },
      basis: '编号稍后给出',
    });
    const { token, service_request_id } = first(await post(await lamp()));
    expect(service_request_id).toBeUndefined();
    const [row] = await office.app.query('select number from work_order order by id desc limit 1', []);
    expect((await get(`/tokens/${token}.json`)).json()).toEqual([
      { service_request_id: row!['number'], token },
    ]);
    expect((await get(`/tokens/${row!['number'] as string}-forged.json`)).statusCode).toBe(404);
  });

  test('an office that is closed to strangers takes requests with a key only', async () => {
    await office.act(SYSTEM, 'setting.change', {
      name: 'hotline.open311',
      value: { isOpen: false, answersWith: 'number' },
      basis: '只收登记过的程序',
    });
    expect((await post(await lamp())).statusCode).toBe(403);
    expect((await post({ ...(await lamp()), api_key: 'agent-key' })).statusCode).toBe(201);
  });
});

test('an address that asks too much in a minute waits, told in the shape of the standard', async () => {
  const other = bareServer(office.app);
  await open311Routes(other, office.app);
  const ask = () => other.inject('/open311/v2/tokens/none.json');
  for (let n = 0; n < 120; n++) expect((await ask()).statusCode).toBe(404);
  const answer = await ask();
  expect([answer.statusCode, first(answer)['code']]).toEqual([429, '429']);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  await other.close();
});

test('whatever text comes, the XML has the same elements and no bare sign', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const xml = xmlList('errors', 'error', [{ description: text }]);
      const inside = /<description>([\s\S]*)<\/description>/.exec(xml)![1]!;
      expect(inside).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
      // eslint-disable-next-line no-control-regex
      expect(inside).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }),
  );
});
