import { afterAll, beforeAll, expect, test } from 'vitest';
import { runReactions } from '#ledger/loops.ts';
import { someone } from '#lib/testing/app.ts';
import { knownPeople, startTestServer } from '#lib/testing/server.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { looseEndsRound } from './loose-ends.ts';

const WATER = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
  await runReactions(office.app);
});
afterAll(() => office.close());

const dispatched = async (at: string, more = {}, said = {}): Promise<WorkOrder> => {
  office.clock.set(`${at}+08:00`);
  const { row } = await office.act(office.agent, 'work-order.register', lampOrder(more));
  if ((row as WorkOrder).isConfidential === true) await office.cover(row.id);
  const input = { handler: office.unit(WATER), ...said };
  return (await office.act(office.dispatcher, 'work-order.dispatch', input, row.id)).row as WorkOrder;
};

test('a holiday announced late moves what the year counts by, over the end of the year too', async () => {
  // Thursday 24 December: 25, 28, 29, 30, 31 December
  const order = await dispatched('2020-12-24T09:00');
  expect([order.countedDueAt, order.isDueLaterYear]).toEqual(['2020-12-31T09:00:00.000Z', null]);
  await office.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于增设放假一天的通知',
    change: '增设',
    source: '区政府办公室',
    days: [{ on: '2020-12-31', kind: '放假', name: '建区纪念日' }],
  });
  await runReactions(office.app);
  await runReactions(office.app);
  const [row] = await office.app.query(
    'select due_at, counted_due_at, is_due_later_year from work_order where id = $1',
    [order.id],
  );
  // 2021 is not published in this office: the fifth working day is taken to be Friday 1 January
  const dueAt = '2021-01-01T09:00:00.000Z';
  expect(row).toEqual({ due_at: dueAt, counted_due_at: dueAt, is_due_later_year: true });
});

test('a holiday announced late moves the step an order stands in, and nothing of what presses or stands in none', async () => {
  // Friday 15 May, 16:00: one of two working hours is left that day, the other is Monday's first, from nine
  const at = '2020-05-15T16:00';
  office.clock.set(`${at}+08:00`);
  const waiting = (await office.act(office.agent, 'work-order.register', lampOrder())).row as WorkOrder;
  const pressing = lampOrder({ isUrgent: true });
  const urgent = (await office.act(office.agent, 'work-order.register', pressing)).row as WorkOrder;
  const { id: signed } = await dispatched(at);
  await office.act(office.handlerOf(WATER), 'work-order.sign', {}, signed);
  const stepOf = async (id: string) => {
    const [row] = await office.app.query('select step_due_at from work_order where id = $1', [id]);
    return row!['step_due_at'];
  };
  const before = await Promise.all([waiting.id, urgent.id, signed].map(stepOf));
  await office.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于增设放假一天的通知',
    change: '增设',
    source: '区政府办公室',
    days: [{ on: '2020-05-18', kind: '放假', name: '建区纪念日' }],
  });
  await runReactions(office.app);
  expect(before).toEqual(['2020-05-18T02:00:00.000Z', '2020-05-15T10:00:00.000Z', null]);
  const after = await Promise.all([waiting.id, urgent.id, signed].map(stepOf));
  expect(after).toEqual(['2020-05-19T02:00:00.000Z', '2020-05-15T10:00:00.000Z', null]);
  const [moved] = await office.app.query('select is_at from moved_deadline where subject = $1', [waiting.id]);
  expect(moved!['is_at']).toBe('2020-05-19T02:00:00.000Z');
});

test('help and questions that still wait are let go once their order is closed, and not before', async () => {
  const more = { type: 'report' };
  const { id } = await dispatched('2020-05-11T09:00', more, { assisting: [office.unit('区教育局')] });
  const unit = office.handlerOf(WATER);
  await office.act(unit, 'work-order.contact-through-office', { question: '是哪一盏灯？' }, id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.agent, 'work-order.log-contact', { contacted }, id);
  const states = async () =>
    office.app.query(
      `select (select state from assistance where order_id = $1) as assistance,
              (select state from relay where order_id = $1) as relay`,
      [id],
    );
  await office.act(unit, 'work-order.reply', { text: '已修好。' }, id);
  await looseEndsRound(office.app);
  expect(await states()).toEqual([{ assistance: 'asked', relay: 'asked' }]);
  await office.act(office.dispatcher, 'work-order.close', {}, id);
  await looseEndsRound(office.app);
  expect(await states()).toEqual([{ assistance: 'released', relay: 'dropped' }]);
});

test('a notice can be taken away as a file by the unit it is addressed to, and by no other', async () => {
  const { id } = await dispatched('2020-05-11T09:00');
  const input = { paper: 'supervision-order', text: '请说明为何未办', copyTo: 'unit-leader' };
  await office.act(office.supervisor, 'work-order.supervise', input, id);
  const [notice] = await office.app.query('select id from supervision where order_id = $1', [id]);
  const people = new Map([
    ['unit', office.handlerOf(WATER)],
    ['other-unit', office.handlerOf('区教育局')],
  ]);
  const app = { ...office.app, authenticate: knownPeople(people)() as never };
  const server = await startTestServer(app);
  const path = `/api/supervisions/${notice!['id'] as string}/paper`;
  const asked = await server.call('GET', path, { token: 'unit' });
  expect([asked.status, asked.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]);
  expect((await server.call('GET', path, { token: 'other-unit' })).status).toBe(404);
  expect((await server.call('GET', path)).status).toBe(401);
  await server.close();
});

test('a holiday announced late moves the day a notice is to be answered by, and none that is answered or asks for nothing', async () => {
  const { id } = await dispatched('2020-05-11T09:00');
  const serve = (paper: string, answerWithinDays: number) =>
    office.act(
      office.supervisor,
      'work-order.supervise',
      { paper, text: '请说明为何未办', answerWithinDays },
      id,
    );
  // Monday 11 May: the answer is due by the end of Wednesday the 13th.
  for (const [paper, days] of [
    ['supervision-order', 2],
    ['reprimand', 2],
    ['reminder', 0],
  ] as const)
    await serve(paper, days);
  const dueOf = async (paper: string) =>
    (
      await office.app.query('select id, due_at from supervision where order_id = $1 and paper = $2', [
        id,
        paper,
      ])
    )[0]!;
  const answered = (await dueOf('reprimand'))['id'] as string;
  await office.act(office.handlerOf(WATER), 'supervision.answer', { text: '正在办理' }, answered);
  expect((await dueOf('supervision-order'))['due_at']).toBe('2020-05-13T16:00:00.000Z');
  await office.act(someone('日历员', ['calendar.keeper']), 'calendar-notice.announce', {
    title: '关于防汛停工一天的通知',
    change: '增设',
    source: '区政府办公室',
    days: [{ on: '2020-05-12', kind: '放假', name: '防汛停工' }],
  });
  await runReactions(office.app);
  // 13 and 14 May, to midnight.
  expect((await dueOf('supervision-order'))['due_at']).toBe('2020-05-14T16:00:00.000Z');
  expect((await dueOf('reprimand'))['due_at']).toBe('2020-05-13T16:00:00.000Z');
  expect((await dueOf('reminder'))['due_at']).toBeNull();
  const served = (await Promise.all(['supervision-order', 'reprimand', 'reminder'].map(dueOf))).map(
    (each) => each['id'],
  );
  const moved = await office.app.query(
    "select was_on, is_on, is_at from moved_deadline where subject_noun = 'supervision' and subject = any($1::uuid[])",
    [served],
  );
  expect(moved).toEqual([{ was_on: '2020-05-13', is_on: '2020-05-14', is_at: '2020-05-14T16:00:00.000Z' }]);
});
