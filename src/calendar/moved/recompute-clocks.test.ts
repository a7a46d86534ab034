import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { instant } from '#lib/time.ts';
import { lines, seedCalendar, type Step } from '../index.ts';
import { clerk, keeper, openOffice } from '../testing/office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  office = await openOffice('2020-01-20 09:00');
  await seedCalendar(office.app);
  await runReactions(office.app);
  ids['over before'] = await office.apply('甲', 3); // 21, 22, 23 January
  office.at('2020-01-22 10:00');
  ids['through'] = await office.apply('乙', 5);
  ids['decided'] = await office.apply('丙', 5);
  await office.act(clerk, 'test-permit.decide', {}, ids['decided']);
  ids['letter'] = (await office.act(clerk, 'test-letter.ask', { permit: ids['decided'] })).row.id;
});
afterAll(() => office.app.close());

const rowOf = async (name: string) =>
  (
    await office.app.query('select version, due_at, due_because from test_permit where id = $1', [ids[name]])
  )[0]!;
const dueOf = async (name: string) => (await rowOf(name))['due_at'];
const movedRows = (noun = 'test-permit') =>
  office.app.query(
    'select subject, was_at, was_on, is_at, is_on, why, entry from moved_deadline where subject_noun = $1 order by id',
    [noun],
  );
const extension = {
  title: '关于延长2020年春节假期的通知',
  change: '延长',
  source: '国务院办公厅网站',
  days: [
    { on: '2020-01-31', kind: '放假', name: '春节' },
    { on: '2020-02-01', kind: '放假', name: '春节' },
    { on: '2020-02-02', kind: '放假', name: '春节' },
  ],
};
const at = (local: string): string => instant(`${local.replace(' ', 'T')}+08:00`);

test('before the extension five working days from 22 January end on 4 February', async () => {
  // 23 January; holiday 24–30; 31 January; Saturday 1 February worked; 3 and 4 February
  expect(await dueOf('through')).toBe(at('2020-02-04 17:00'));
});

test('the extension of Spring Festival 2020, announced on 27 January, moves the open clocks and says why', async () => {
  office.at('2020-01-27 08:00');
  const notice = await office.act(keeper, 'calendar-notice.announce', extension);
  await runReactions(office.app);
  // 23 January; then 3, 4, 5, 6 February
  expect(await dueOf('through')).toBe(at('2020-02-06 17:00'));
  expect(await dueOf('over before')).toBe(at('2020-01-23 17:00'));
  expect(await dueOf('decided')).toBe(at('2020-02-04 17:00'));
  const [entry] = await office.app.query('select seq from ledger_entry where subject = $1', [notice.row.id]);
  const said = '（《关于延长2020年春节假期的通知》）';
  expect(await movedRows()).toEqual([
    {
      subject: ids['through'],
      was_at: at('2020-02-04 17:00'),
      was_on: '2020-02-04',
      is_at: at('2020-02-06 17:00'),
      is_on: '2020-02-06',
      why: `2020年1月31日（周五）由工作日改为春节假期${said}；2020年2月1日（周六）由春节调休上班日改为春节假期${said}`,
      entry: entry!['seq'],
    },
  ]);
});

test('a deadline that is a day, on a row below another, moves likewise', async () => {
  const [row] = await office.app.query('select version, due_on from test_letter where id = $1', [
    ids['letter'],
  ]);
  expect(row).toEqual({ version: 2, due_on: '2020-02-06' });
  expect(await movedRows('test-letter')).toMatchObject([
    { subject: ids['letter'], was_at: null, was_on: '2020-02-04', is_at: null, is_on: '2020-02-06' },
  ]);
});

test('the row explains its new deadline, and its own history shows the move', async () => {
  const { due_because: steps } = await rowOf('through');
  expect(lines(steps as readonly Step[], '受理')).toEqual([
    '2020年1月22日（周三）受理，当日不计',
    '1月23日（周四）计第1个工作日',
    '1月24日—2月2日 春节假期（含延长），不计',
    '2月3日—2月6日计第2—5个工作日',
    '截止时间：2月6日（周四）17:00',
  ]);
  const entries = await office.app.query(
    'select action, person_name from ledger_entry where subject = $1 order by seq',
    [ids['through']],
  );
  expect(entries).toEqual([
    { action: 'accept', person_name: '受理员' },
    { action: 'recompute-due', person_name: '系统' },
  ]);
});

test('a repeat after a crash moves nothing twice', async () => {
  const before = await rowOf('through');
  await office.app.query(
    "update ledger_mark set seq = 0 where reader like 'reaction:calendar.recompute.%'",
    [],
  );
  await runReactions(office.app);
  expect(await rowOf('through')).toEqual(before);
  expect(await movedRows()).toHaveLength(1);
});

test('the extension withdrawn moves them back, with a line of its own', async () => {
  const [notice] = await office.app.query("select id from calendar_notice where change = '延长'", []);
  office.at('2020-01-27 11:00');
  await office.act(keeper, 'calendar-notice.withdraw', { reason: '登记有误' }, notice!['id'] as string);
  await runReactions(office.app);
  expect(await dueOf('through')).toBe(at('2020-02-04 17:00'));
  const [, back] = await movedRows();
  expect(back).toMatchObject({ was_on: '2020-02-06', is_on: '2020-02-04' });
  expect(back!['why']).toContain('2020年1月31日（周五）由春节假期改为工作日');
});

test('several changes before the system gets to them come to the same end', async () => {
  office.at('2020-01-27 12:00');
  const second = await office.act(keeper, 'calendar-notice.announce', {
    ...extension,
    days: extension.days.slice(0, 1),
  });
  await office.act(keeper, 'calendar-day.arrange', {
    notice: second.row.id,
    on: '2020-02-01',
    kind: 'holiday',
    name: '春节',
    reason: '漏登',
    source: '通知原文',
  });
  await runReactions(office.app);
  expect(await dueOf('through')).toBe(at('2020-02-06 17:00'));
  expect(await movedRows()).toHaveLength(3);
});

test('other business hours move the hour of deadlines to come, and the reason says so', async () => {
  office.at('2020-01-28 09:00');
  await office.act(office.administrator, 'setting.change', {
    name: 'calendar.counting-rules',
    value: {
      sessions: [{ opens: '08:30', closes: '17:30' }],
      dayEnds: 'closing',
      outsideHours: 'day-of-act',
    },
    basis: '作息时间调整',
  });
  await runReactions(office.app);
  expect(await dueOf('through')).toBe(at('2020-02-06 17:30'));
  expect(await dueOf('over before')).toBe(at('2020-01-23 17:00'));
  expect((await movedRows()).at(-1)).toMatchObject({
    why: '工作时间或期限计算规则变动',
    is_on: '2020-02-06',
  });
});

test('impossible business hours are refused before anything counts with them', async () => {
  const value = {
    sessions: [
      { opens: '09:00', closes: '12:00' },
      { opens: '11:00', closes: '17:00' },
    ],
    dayEnds: 'closing',
    outsideHours: 'day-of-act',
  };
  await expect(
    office.act(office.administrator, 'setting.change', {
      name: 'calendar.counting-rules',
      value,
      basis: '误填',
    }),
  ).rejects.toMatchObject({ code: 'calendar.business-hours' });
});

test('a day off and a day made up that cancel each other leave the deadline, and its lines tell of both', async () => {
  office.at('2020-03-09 09:00');
  ids['cancelled out'] = await office.apply('丁', 5); // 10–13 March, Monday 16 March
  const lines16 = async () => lines((await rowOf('cancelled out'))['due_because'] as readonly Step[], '受理');
  const before = await dueOf('cancelled out');
  expect(await lines16()).toContain('3月14日—3月15日 周末，不计');
  const moved = (await movedRows()).length;
  await office.act(keeper, 'calendar-notice.announce', {
    title: '关于调休的通知',
    change: '调整',
    source: '县政府办公室',
    days: [
      { on: '2020-03-12', kind: '放假', name: '建县纪念日' },
      { on: '2020-03-14', kind: '上班', name: '建县纪念日' },
    ],
  });
  await runReactions(office.app);
  expect(await dueOf('cancelled out')).toBe(before);
  expect((await lines16()).join()).toMatch(/3月12日.*建县纪念日.*不计/);
  expect((await lines16()).join()).toMatch(/3月14日.*计第/);
  expect((await movedRows()).length).toBe(moved);
});

test('twelve hundred open clocks move in pages, each once', async () => {
  office.at('2020-03-30 10:00');
  await Promise.all(Array.from({ length: 1200 }, (_, n) => office.apply(`户${n}`, 4))); // Friday 3 April
  await office.act(keeper, 'calendar-notice.announce', {
    title: '关于增设放假一天的通知',
    change: '增设',
    source: '县政府办公室',
    days: [{ on: '2020-04-01', kind: '放假', name: '建县纪念日' }],
  });
  await runReactions(office.app);
  // 4–6 April is Qingming: the fourth working day becomes Tuesday 7 April
  const [count] = await office.app.query(
    "select count(*)::int as n, count(distinct subject)::int as each from moved_deadline where is_on = '2020-04-07'",
    [],
  );
  expect(count).toEqual({ n: 1200, each: 1200 });
});
