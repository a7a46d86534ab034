import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '#lib/time.ts';
import { calendarOf, isWorkingDay } from '../index.ts';
import { clerk, keeper, openOffice } from '../testing/office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
let notice = '';
beforeAll(async () => {
  office = await openOffice('2026-11-10 12:00');
  const { row } = await office.act(keeper, 'calendar-notice.announce', {
    title: '关于2027年部分节假日安排的通知',
    year: 2027,
    source: '公报',
    days: [{ on: '2027-01-01', kind: '放假', name: '元旦' }],
  });
  notice = row.id;
});
afterAll(() => office.app.close());

const rowOn = async (on: string) =>
  (
    await office.app.query(
      'select id, kind, name, state, because from calendar_day where falls_on = $1 order by state',
      [on],
    )
  ).map(({ id, ...rest }) => ({ ...rest, id: id as string }));
const worked = (on: string): boolean => isWorkingDay(calendarOf(office.app), day(on));
const arrange = (on: string, more: Record<string, unknown> = {}) =>
  office.act(keeper, 'calendar-day.arrange', {
    notice,
    on,
    kind: 'holiday',
    name: '元旦',
    reason: '漏登',
    source: '公报',
    ...more,
  });

test('a day that was left out is arranged under its notice, once', async () => {
  // 4 January 2027 is a Monday
  expect(worked('2027-01-04')).toBe(true);
  await arrange('2027-01-04');
  expect(worked('2027-01-04')).toBe(false);
  await expect(arrange('2027-01-04')).rejects.toMatchObject({ code: 'calendar.day-twice' });
  await expect(
    arrange('2027-01-05', { notice: '00000000-0000-7000-8000-00000000dead' }),
  ).rejects.toMatchObject({
    code: 'calendar.no-notice',
  });
});

test('an amended day keeps what was entered first, with the reason', async () => {
  const [first] = await rowOn('2027-01-04');
  const right = { kind: 'ordinary', name: '元旦', reason: '通知未列此日', source: '公报' };
  await office.act(keeper, 'calendar-day.amend', right, first!.id);
  expect(worked('2027-01-04')).toBe(true);
  expect(await rowOn('2027-01-04')).toMatchObject([
    { kind: 'ordinary', state: 'in-force', because: '通知未列此日' },
    { kind: 'holiday', state: 'withdrawn', id: first!.id },
  ]);
  const [entry] = await office.app.query("select details from ledger_entry where action = 'amend'", []);
  expect(entry!['details']).toEqual(right);
});

test('the same again is no amendment', async () => {
  const [row] = await rowOn('2027-01-04');
  await expect(
    office.act(
      keeper,
      'calendar-day.amend',
      { kind: 'ordinary', name: '元旦', reason: '再次', source: '公报' },
      row!.id,
    ),
  ).rejects.toMatchObject({ code: 'calendar.unchanged' });
});

test('of two keepers who amend one day at once, the second sees that it was done', async () => {
  const { row } = await arrange('2027-01-05');
  const amend = (name: string) =>
    office.act(
      keeper,
      'calendar-day.amend',
      { kind: 'holiday', name, reason: '名称有误', source: '公报' },
      row.id,
    );
  const answers = await Promise.allSettled([amend('春节'), amend('清明节')]);
  expect(answers.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.code)).sort()).toEqual([
    'done',
    'lib.wrong-state',
  ]);
});

test('a withdrawn day leaves the weekday to decide', async () => {
  const [row] = await rowOn('2027-01-01');
  await expect(office.act(clerk, 'calendar-day.withdraw', { reason: '误登' }, row!.id)).rejects.toMatchObject(
    { code: 'lib.missing-role' },
  );
  await office.act(keeper, 'calendar-day.withdraw', { reason: '误登' }, row!.id);
  expect(worked('2027-01-01')).toBe(true); // a Friday
});

test('nothing is arranged under a withdrawn notice', async () => {
  await office.act(keeper, 'calendar-notice.withdraw', { reason: '重复登记' }, notice);
  await expect(arrange('2027-01-06')).rejects.toMatchObject({ code: 'calendar.no-notice' });
});
