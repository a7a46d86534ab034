import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { startTestServer, type TestServer } from '#lib/testing/server.ts';
import { seedCalendar } from '../index.ts';
import { keeper, openOffice } from '../testing/office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
let server: TestServer;
beforeAll(async () => {
  office = await openOffice('2026-11-10 12:00');
  await seedCalendar(office.app);
  await runReactions(office.app);
  server = await startTestServer(office.app);
});
afterAll(async () => {
  await server.close();
  await office.app.close();
});
const get = (path: string, token = 'staff') => server.call('GET', path, { token });

test('a year is shown day by day, each with its notice and the row to amend', async () => {
  const { status, body } = await get('/api/calendar/days?year=2020');
  expect(status).toBe(200);
  // 262 weekdays; of them holidays 1 (New Year) + 6 (24, 27–31 January) + 1 (6 April) + 3 (1, 4, 5 May) + 2 (25, 26 June)
  // + 6 (1, 2, 5–8 October) = 19; worked weekend days 19 January, 26 April, 9 May, 28 June, 27 September, 10 October
  expect(body).toMatchObject({ year: 2020, isProvisional: false, workingDays: 249 });
  const days = body['days'] as Record<string, unknown>[];
  expect(days).toHaveLength(366);
  expect(days[30]).toMatchObject({
    on: '2020-01-31',
    weekday: 5,
    isWorked: false,
    kind: 'holiday',
    name: '春节',
    notice: { number: '2020-extension', change: '延长' },
  });
  expect(days[30]!['id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(days[1]).toEqual({
    on: '2020-01-02',
    weekday: 4,
    isWorked: true,
    kind: null,
    name: null,
    notice: null,
    id: null,
  });
});

test('a year without its notice is provisional', async () => {
  expect((await get('/api/calendar/days?year=2027')).body).toMatchObject({
    isProvisional: true,
    workingDays: 261,
  });
});

test('a period explains itself', async () => {
  const { body } = await get(
    `/api/calendar/due?start=${encodeURIComponent('2020-01-22T10:00:00+08:00')}&limit=5&act=受理`,
  );
  expect(body).toMatchObject({
    dueAt: '2020-02-06T09:00:00.000Z',
    dueOn: '2020-02-06',
    isProvisional: false,
  });
  expect((body['lines'] as string[]).at(-1)).toBe('截止时间：2月6日（周四）17:00');
});

test('a period that runs into an unpublished year is provisional', async () => {
  const start = encodeURIComponent('2026-12-21T10:00:00+08:00');
  expect((await get(`/api/calendar/due?start=${start}&limit=10`)).body).toMatchObject({
    isProvisional: true,
  });
});

test.each([
  ['start=2020-01-22&limit=5', 'start'],
  ['start=2020-01-22T10:00:00Z&limit=1.5', 'limit'],
  ['start=2020-01-22T10:00:00Z&limit=-1', 'limit'],
  ['start=1020-01-22T10:00:00Z&limit=1', 'start'],
  ['start=2020-01-22T10:00:00Z&limit=5&unit=month', 'unit'],
])('the question %s is refused at its field', async (question, field) => {
  const { status, body } = await get(`/api/calendar/due?${question}`);
  expect(status).toBe(400);
  expect((body['fields'] as { path: string }[]).map(({ path }) => path)).toEqual([field]);
});

test('one must be signed in to look, and be the keeper to announce or to see whom a change moved', async () => {
  expect((await server.call('GET', '/api/calendar/days?year=2020')).status).toBe(401);
  expect((await server.call('GET', '/api/calendar/due?start=2020-01-22T10:00:00Z&limit=5')).status).toBe(401);
  expect((await get('/api/moved-deadlines')).status).toBe(403);
  expect((await get('/api/moved-deadlines', 'keeper')).status).toBe(200);
  expect((await get('/api/calendar-notices?year=2020')).body['items']).toHaveLength(1);
  const body = { title: '放假通知', year: 2028, source: '公报', csv: '2028-01-01,放假,元旦' };
  const post = (token: string) => server.call('POST', '/api/calendar-notices', { token, body });
  expect((await post('staff')).status).toBe(403);
  expect((await post('keeper')).status).toBe(201);
});

test('whom a late holiday moved is listed, by the entry that moved them', async () => {
  await office.apply('甲', 2); // 11 and 12 November
  const { row } = await office.act(keeper, 'calendar-notice.announce', {
    title: '关于增设放假一天的通知',
    change: '增设',
    source: '县政府办公室',
    days: [{ on: '2026-11-12', kind: '放假', name: '建县纪念日' }],
  });
  await runReactions(office.app);
  const [entry] = await office.app.query('select seq from ledger_entry where subject = $1', [row.id]);
  const { body } = await get(`/api/moved-deadlines?entry=${String(entry!['seq'])}`, 'keeper');
  expect(body['items']).toMatchObject([
    { subjectNoun: 'test-permit', wasOn: '2026-11-12', isOn: '2026-11-13' },
  ]);
});
