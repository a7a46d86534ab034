import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  calendarOf,
  isWorkingDay,
  loadChineseDays,
  calendarTable,
  asKnownOn,
  seedCalendar,
} from '../index.ts';
import { day } from '#lib/time.ts';
import { clerk, keeper, openOffice } from '../testing/office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
beforeAll(async () => {
  office = await openOffice('2026-11-10 12:00');
});
afterAll(() => office.app.close());

const SOURCE = '国务院办公厅网站';
const announce = (more: Record<string, unknown>, by = keeper) =>
  office.act(by, 'calendar-notice.announce', {
    title: '关于2027年部分节假日安排的通知',
    source: SOURCE,
    ...more,
  });
const worked = (on: string): boolean => isWorkingDay(calendarOf(office.app), day(on));
const newYear = [{ on: '2027年1月1日', kind: '放假', name: '元旦' }];

test('the first start brings every published arrangement by actions, and the next start nothing', async () => {
  // 23 years of notices and the changes of 2015, 2019 and 2020
  expect(await seedCalendar(office.app)).toBe(26);
  expect(calendarOf(office.app).version).toBe(calendarTable(loadChineseDays()).version);
  const [entries] = await office.app.query(
    "select count(*)::int as n from ledger_entry where noun = 'calendar-notice' and action = 'announce'",
    [],
  );
  expect(entries).toEqual({ n: 26 });
  expect(await seedCalendar(office.app)).toBe(0);
});

test('a start under a simulated day knows only what was published by then', async () => {
  const past = await openOffice('2020-01-20 09:00');
  try {
    await seedCalendar(past.app);
    const then = calendarTable(asKnownOn(loadChineseDays(), day('2020-01-20')));
    expect(calendarOf(past.app).version).toBe(then.version);
    expect(isWorkingDay(calendarOf(past.app), day('2020-01-31'))).toBe(true);
  } finally {
    await past.app.close();
  }
});

test('a year is provisional until its arrangement is announced, from CSV as people paste it', async () => {
  expect(calendarOf(office.app).publishedYears.has(2027)).toBe(false);
  const csv =
    '节日,日期,安排\n元旦,2027/1/1,放假\n元旦,2027年1月2日,放假\n元旦,2027-01-03,休\n春节,2027.1.31,上班\n';
  const { row } = await announce({ year: 2027, csv, documentNumber: '国办发明电〔2026〕9号' });
  expect(row).toMatchObject({ state: 'in-force', year: 2027, publishedOn: '2026-11-10', source: SOURCE });
  expect(row.number).toMatch(/^FJ2026\d{6}$/);
  expect(calendarOf(office.app).publishedYears.has(2027)).toBe(true);
  expect([worked('2027-01-01'), worked('2027-01-31')]).toEqual([false, true]);
});

test('a year is arranged once, and withdrawn as a whole', async () => {
  await expect(announce({ year: 2027, days: newYear })).rejects.toMatchObject({
    code: 'calendar.year-taken',
  });
  const [notice] = await office.app.query(
    "select id from calendar_notice where year = 2027 and state = 'in-force'",
    [],
  );
  await office.act(keeper, 'calendar-notice.withdraw', { reason: '年度填错' }, notice!['id'] as string);
  expect(calendarOf(office.app).publishedYears.has(2027)).toBe(false);
  expect(worked('2027-01-01')).toBe(true);
  const [days] = await office.app.query(
    "select count(*)::int as n, min(ended_because) as why from calendar_day where notice_id = $1 and state = 'withdrawn'",
    [notice!['id']],
  );
  expect(days).toEqual({ n: 4, why: '年度填错' });
});

test('two keepers who announce one year at once announce it once', async () => {
  const answers = await Promise.allSettled([1, 2, 3].map(() => announce({ year: 2027, days: newYear })));
  expect(answers.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.code)).sort()).toEqual([
    'calendar.year-taken',
    'calendar.year-taken',
    'done',
  ]);
});

test('wrong rows are all named at their place, and nothing is half-loaded', async () => {
  const refused = announce({
    year: 2028,
    days: [
      { on: '2028-02-30', kind: '放假', name: '春节' },
      { on: '2028-01-01', kind: '过节', name: '' },
      { on: '2029-01-01', kind: '放假', name: '元旦' },
      { on: '2028-01-04', kind: '上班', name: '元旦' }, // a Tuesday
      { on: '2028-01-04', kind: '放假', name: '元旦' },
      { on: '2027-12-31', kind: '放假', name: '元旦' }, // New Year's days of the December before are fine
    ],
    csv: '2028-13-01,放假,元旦',
  });
  await expect(refused).rejects.toMatchObject({
    code: 'calendar.broken-rows',
    facts: { count: 7 },
    fields: [
      { path: 'days.0.on', message: '「2028-02-30」不是日期，应如 2027-02-06' },
      { path: 'days.1.kind', message: '「过节」应为放假、调休上班或恢复正常' },
      { path: 'days.1.name', message: '应填写节日名称，至多 40 个字' },
      { path: 'days.2.on', message: '2029年1月1日不在 2028 年的安排之内' },
      { path: 'days.3.kind', message: '2028年1月4日本来就是工作日，不必调休上班' },
      { path: 'csv', message: '第 1 行：「2028-13-01」不是日期，应如 2027-02-06' },
      { path: 'days.4.on', message: '2028年1月4日列了两次' },
    ],
  });
  const [found] = await office.app.query(
    'select count(*)::int as n from calendar_notice where year = 2028',
    [],
  );
  expect(found).toEqual({ n: 0 });
});

test.each([
  { of: 'no rows', more: { year: 2028 }, code: 'calendar.no-rows' },
  { of: 'neither year nor change', more: { days: newYear }, code: 'calendar.year-or-change' },
  {
    of: 'year and change',
    more: { year: 2028, change: '延长', days: newYear },
    code: 'calendar.year-or-change',
  },
  {
    of: 'a day of publication to come',
    more: { year: 2028, publishedOn: '2026-11-11' },
    code: 'calendar.future',
  },
  {
    of: 'a number that is taken',
    more: { change: '延长', code: '2020', days: newYear },
    code: 'calendar.notice-twice',
  },
])('$of is refused', async ({ more, code }) => {
  await expect(announce(more)).rejects.toMatchObject({ code });
});

test('nobody but the keeper of the calendar announces', async () => {
  const days = [{ on: '2028-01-01', kind: '放假', name: '元旦' }];
  await expect(announce({ year: 2028, days }, clerk)).rejects.toMatchObject({ code: 'lib.missing-role' });
});
