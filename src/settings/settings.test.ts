import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import type { Assembled } from '#lib/assemble.ts';
import { module } from '#lib/module.ts';
import { refusals, refuse } from '#lib/refusal.ts';
import { setting } from '#lib/setting.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { knownPeople, startTestServer, type TestServer } from '#lib/testing/server.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import type { Instant } from '#lib/time.ts';
import { settingOf, settings } from './index.ts';

refusals({ 'kitchen.odd': { status: 422, message: '须为偶数', next: '请填写偶数' } });
const seats = setting({
  name: 'kitchen.seats',
  title: '座位数',
  about: '食堂可坐多少人',
  schema: Type.Object({ seats: Type.Integer({ title: '座位', minimum: 2, maximum: 500 }) }),
  initial: { seats: 40 },
  check: ({ seats: count }) => {
    if (count % 2 === 1) refuse('kitchen.odd');
  },
});
const door = setting({
  name: 'kitchen.door',
  title: '开门',
  about: '食堂是否开门',
  schema: Type.Boolean({ title: '开门' }),
  initial: true,
  isImmediate: true,
});
const kitchen = module({ name: 'kitchen', title: '食堂', settings: [seats, door] });

const administrator = someone('管理员', ['system.administrator']);
const people = new Map<string, Person>([
  ['admin', administrator],
  ['staff', someone('职员', ['people.staff'])],
]);
const clock = { now: '2026-11-10T04:00:00.000Z' };
let app: Assembled;
let server: TestServer;
let act: ReturnType<typeof acting>;
beforeAll(async () => {
  app = await testApp([ledgerTables, settings, kitchen], {
    now: () => clock.now as Instant,
    authenticate: knownPeople(people),
  });
  server = await startTestServer(app);
  act = acting(app);
});
afterAll(async () => {
  await server.close();
  await app.close();
});
const change = (value: unknown, more: Record<string, unknown> = {}, name = 'kitchen.seats') =>
  act(administrator, 'setting.change', { name, value, basis: '办公会纪要', ...more });
const shown = async (name: string): Promise<Record<string, unknown>> => {
  const { body } = await server.call('GET', '/api/settings', { token: 'staff' });
  return (body['items'] as Record<string, unknown>[]).find((each) => each['name'] === name)!;
};

test('until somebody decides, a setting is what its module declared', async () => {
  expect(settingOf(app, seats)).toEqual({ seats: 40 });
  expect(await shown('kitchen.seats')).toMatchObject({
    module: { name: 'kitchen', title: '食堂' },
    value: { seats: 40 },
    initial: { seats: 40 },
    since: null,
    upcoming: null,
    history: [],
  });
});

test('a decision holds at once, stands in the ledger, and the history says who and why', async () => {
  const { row } = await change({ seats: 60 });
  expect(row).toMatchObject({ state: 'decided', sequence: 1, effectiveOn: '2026-11-10' });
  expect(row.number).toMatch(/^SZ2026\d{6}$/);
  expect(settingOf(app, seats)).toEqual({ seats: 60 });
  const [entry] = await app.query(
    'select action, person_name, details from ledger_entry where subject = $1',
    [row.id],
  );
  expect(entry).toMatchObject({
    action: 'change',
    person_name: '管理员',
    details: { name: 'kitchen.seats', value: { seats: 60 }, basis: '办公会纪要' },
  });
  expect((await shown('kitchen.seats'))['history']).toMatchObject([
    { value: { seats: 60 }, basis: '办公会纪要', decidedBy: '管理员', effectiveOn: '2026-11-10' },
  ]);
});

test('a decision for a day to come waits for it, and can be overruled before it comes', async () => {
  await change({ seats: 80 }, { effectiveOn: '2026-12-01' });
  expect(settingOf(app, seats)).toEqual({ seats: 60 });
  expect(await shown('kitchen.seats')).toMatchObject({
    value: { seats: 60 },
    upcoming: { value: { seats: 80 }, effectiveOn: '2026-12-01' },
  });
  clock.now = '2026-11-30T16:00:00.000Z'; // midnight in Shanghai: 1 December has begun
  expect(settingOf(app, seats)).toEqual({ seats: 80 });
  clock.now = '2026-11-10T05:00:00.000Z';
  await change({ seats: 70 });
  clock.now = '2026-12-02T00:00:00.000Z';
  expect(settingOf(app, seats)).toEqual({ seats: 70 });
  clock.now = '2026-11-10T06:00:00.000Z';
});

test.each([
  { of: 'an unknown setting', name: 'kitchen.window', value: 1, code: 'settings.unknown' },
  { of: 'a day gone by', value: { seats: 44 }, on: '2026-11-09', code: 'settings.past' },
  { of: 'the value it has', value: { seats: 70 }, code: 'settings.same' },
  { of: 'what its own check forbids', value: { seats: 41 }, code: 'kitchen.odd' },
  {
    of: 'a later day for what holds at once',
    name: 'kitchen.door',
    value: false,
    on: '2026-11-11',
    code: 'settings.immediate',
  },
])('$of is refused', async ({ name, value, on, code }) => {
  await expect(change(value, on ? { effectiveOn: on } : {}, name)).rejects.toMatchObject({ code });
});

test('faults of the value stand at its fields', async () => {
  await expect(change({ seats: 1, tables: 4 })).rejects.toMatchObject({
    code: 'lib.shape',
    fields: expect.arrayContaining([
      { path: 'value.seats', message: '不能小于 2' },
      { path: 'value.tables', message: '没有这一项，请删去' },
    ]),
  });
});

test('two administrators at one moment make two decisions, one after the other', async () => {
  await Promise.all([change({ seats: 100 }), change({ seats: 102 })]);
  const rows = await app.query("select sequence from setting where name = 'kitchen.seats' order by 1", []);
  expect(rows.map((row) => row['sequence'])).toEqual([1, 2, 3, 4, 5]);
});

test('only the administrator of the system may change, anybody signed in may look', async () => {
  const body = { name: 'kitchen.door', value: false, basis: '检修' };
  expect((await server.call('POST', '/api/settings', { token: 'staff', body })).status).toBe(403);
  expect((await server.call('POST', '/api/settings', { body })).status).toBe(401);
  expect((await server.call('GET', '/api/settings')).status).toBe(401);
  expect((await server.call('POST', '/api/settings', { token: 'admin', body })).status).toBe(201);
  expect(settingOf(app, door)).toBe(false);
});
