import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkOrder } from '../../order/work-order.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { runReactions } from '#ledger/loops.ts';
import { CITIZEN } from '../../letters/citizen.ts';
import { importOrders } from '../../record/import-file.ts';
import { gamingView } from './gaming-view.ts';

const UNIT = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

async function dispatched(at: string, more = {}): Promise<WorkOrder> {
  office.clock.set(at);
  const order = (await office.act(office.agent, 'work-order.register', lampOrder(more))).row;
  const { row } = await office.act(
    office.dispatcher,
    'work-order.dispatch',
    { handler: office.unit(UNIT) },
    order.id,
  );
  return row as WorkOrder;
}
const reply = (id: string, text: string, by = office.handlerOf(UNIT)) =>
  office.act(
    by,
    'work-order.reply',
    { text, contacted: { at: office.clock.now(), how: '电话', withCaller: true } },
    id,
  );
interface Line {
  readonly who: string | null;
  readonly n: number;
  readonly orders: readonly { readonly id: string }[];
}
async function clue(name: string, by = office.supervisor, from = '2020-05-01', to = '2020-06-30') {
  const { clues } = (await gamingView.read({
    db: office.app.db,
    query: { from, to },
    by,
    app: office.app,
  } as never)) as {
    readonly clues: readonly {
      readonly name: string;
      readonly count: number;
      readonly lines: readonly Line[];
    }[];
  };
  return clues.find((each) => each.name === name)!;
}
const idsOf = (lines: readonly Line[]) =>
  lines.flatMap(({ orders }) => orders.map(({ id }) => id)).toSorted();

test('a reply in the last ten minutes before the limit is listed, one eleven minutes before or one late is not', async () => {
  // Dispatched on Monday 11 May, due on Monday 18 May at 17:00 of the working day.
  const orders = await Promise.all([1, 2, 3].map(() => dispatched('2020-05-11T09:00+08:00')));
  for (const [index, at] of ['16:55', '16:49', '17:01'].entries()) {
    office.clock.set(`2020-05-18T${at}+08:00`);
    await reply(orders[index]!.id, `第 ${index} 件已办。`);
  }
  expect(idsOf((await clue('before-limit')).lines)).toEqual([orders[0]!.id]);
});

test('five orders by one person in the last ten minutes of the day are listed with their orders, four are not', async () => {
  const orders = await Promise.all([1, 2, 3, 4, 5].map(() => dispatched('2020-05-20T09:00+08:00')));
  const four = await Promise.all([1, 2, 3, 4].map(() => dispatched('2020-05-20T09:00+08:00')));
  const by = office.handlerOf(UNIT);
  office.clock.set('2020-05-20T23:52+08:00');
  for (const { id } of orders) await reply(id, `夜里答复 ${id}`, by);
  office.clock.set('2020-05-21T23:52+08:00');
  for (const { id } of four) await reply(id, `夜里答复 ${id}`, by);
  const found = await clue('mass-at-midnight');
  expect(found.lines.map(({ n }) => n)).toEqual([5]);
  expect(idsOf(found.lines)).toEqual(orders.map(({ id }) => id).toSorted());
});

test('who replied for a unit and calls back its orders is listed; another caller is not', async () => {
  const both = someone('两头', ['hotline.handler', office.unit(UNIT)], ['hotline.caller-back', DISTRICT]);
  const [first, second] = [
    await dispatched('2020-05-25T09:00+08:00'),
    await dispatched('2020-05-25T09:00+08:00'),
  ];
  await reply(first.id, '办好了，请放心。', both);
  await reply(second.id, '办好了，谢谢。');
  await office.act(both, 'work-order.call-back', { result: 'satisfied', solved: true }, second.id);
  await office.act(
    office.callerBack,
    'work-order.call-back',
    { result: 'satisfied', solved: true },
    first.id,
  );
  const found = await clue('own-call-back');
  expect(found.lines.map(({ who }) => who)).toEqual(['两头']);
  expect(idsOf(found.lines)).toEqual([second.id]);
});

test('two long replies word for word the same are one line of two orders; short ones are courtesy', async () => {
  const orders = await Promise.all([1, 2, 3, 4].map(() => dispatched('2020-06-01T09:00+08:00')));
  const long = '您反映的问题已经转交相关单位，我们将尽快安排人员到现场核实处理。';
  await reply(orders[0]!.id, long);
  await reply(orders[1]!.id, long);
  await reply(orders[2]!.id, '已办结。');
  await reply(orders[3]!.id, '已办结。');
  const found = await clue('same-reply');
  expect(found.lines.map(({ n }) => n)).toEqual([2]);
  expect(idsOf(found.lines)).toEqual([orders[0]!.id, orders[1]!.id].toSorted());
});

test('an extension asked for in the last four hours is listed, one asked for the day before is not', async () => {
  const [late, early] = [
    await dispatched('2020-06-08T09:00+08:00'),
    await dispatched('2020-06-08T09:00+08:00'),
  ];
  const ask = (id: string) =>
    office.act(
      office.handlerOf(UNIT),
      'work-order.ask-extension',
      { days: 3, reason: '需要更换配件', isTold: true },
      id,
    );
  office.clock.set('2020-06-12T15:00+08:00');
  await ask(early.id);
  office.clock.set('2020-06-15T14:00+08:00'); // due at 17:00
  await ask(late.id);
  expect(idsOf((await clue('late-extension')).lines)).toEqual([late.id]);
});

test('an order opened or voided after the year it was due in is listed, one of the same year is not', async () => {
  const [old, mine] = [
    await dispatched('2019-06-03T09:00+08:00'),
    await dispatched('2020-06-22T09:00+08:00'),
  ];
  const open = { reason: '仍未解决' };
  for (const [{ id }, at] of [
    [old, '2019-06-04T09:00+08:00'],
    [mine, '2020-06-23T09:00+08:00'],
  ] as const) {
    office.clock.set(at);
    await reply(id, `办好了 ${id}`);
  }
  office.clock.set('2020-06-24T09:00+08:00');
  for (const { id } of [old, mine]) await office.act(office.supervisor, 'work-order.reopen', open, id);
  await office.act(office.dispatcher, 'work-order.ask-void', { reason: '误登' }, old.id);
  office.clock.set('2020-06-25T09:00+08:00');
  await office.act(office.supervisor, 'work-order.grant-void', { reason: '核对录音' }, old.id);
  const found = await clue('after-year');
  // Opened again, and void: that somebody asked for it changed nothing yet.
  expect(idsOf(found.lines)).toEqual([old.id, old.id]);
});

test('a letter taken back, an order of the city reworked and one taken up again after the year are listed', async () => {
  await runReactions(office.app);
  const letter = await dispatched('2020-12-10T09:00+08:00', { channel: 'mailbox' });
  const twin = await dispatched('2020-12-10T09:00+08:00');
  const { channel: _, ...said } = lampOrder();
  const down = { ...said, cityNumber: 'SZ-9', cityDueAt: '2020-12-18T09:00:00.000Z' };
  const { id: city } = (await office.act(office.gateway, 'work-order.receive', down)).row;
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, city);
  await reply(city, '按市里的要求办好了。');
  await office.act(office.dispatcher, 'work-order.approve-reply', {}, city);
  await office.act(office.gateway, 'work-order.submit-up', {}, city);
  await office.act(office.dispatcher, 'work-order.close', {}, city);
  await office.act(office.dispatcher, 'work-order.merge', { into: letter.id }, twin.id);
  office.clock.set('2021-02-02T09:00+08:00');
  await office.act(CITIZEN, 'work-order.take-back', {}, letter.id);
  const rework = { reason: '市里不满意', cityDueAt: '2021-02-20T09:00:00.000Z' };
  await office.act(office.gateway, 'work-order.rework-from-city', rework, city);
  await runReactions(office.app);
  const found = await clue('after-year', office.supervisor, '2021-01-01', '2021-12-31');
  expect(idsOf(found.lines)).toEqual([letter.id, twin.id, city].toSorted());
});

test('history brought in again after its year is listed where what is counted of it changed, and not where words did', async () => {
  office.clock.set('2020-05-04T09:00+08:00');
  const brought = async (answered: string, title = '路灯') => {
    const rows = ['甲', '乙'].map(
      (id) =>
        `${id},${title},2019-03-02 10:00,2019-03-10 17:00,${id === '甲' ? answered : '2019-03-09 09:00'},已办结`,
    );
    const text = ['工单号,诉求标题,受理时间,截止时间,回复时间,状态', ...rows].join('\n');
    return importOrders(office.app, { name: '历史.csv', bytes: new TextEncoder().encode(text) });
  };
  expect(await brought('2019-03-12 09:00')).toMatchObject({ imported: 2, broken: [] });
  const [row] = await office.app.query("select id, is_on_time from work_order where source_id = '甲'", []);
  expect(row!['is_on_time']).toBe(false);
  const listed = async () =>
    idsOf((await clue('after-year', office.supervisor, '2020-05-04', '2020-05-05')).lines);
  await brought('2019-03-12 09:00', '路灯不亮');
  expect(await listed()).toEqual([]);
  office.later(60);
  await brought('2019-03-09 09:00', '路灯不亮');
  expect(await listed()).toEqual([row!['id']]);
});

test('a report of the old year read for its cover in the new one changes no year', async () => {
  office.clock.set('2020-12-31T22:00+08:00');
  const { id: report } = (
    await office.act(office.agent, 'work-order.register', lampOrder({ type: 'report' }))
  ).row;
  office.clock.set('2022-01-04T08:00+08:00');
  await office.cover(report);
  expect((await clue('after-year', office.supervisor, '2022-01-01', '2022-12-31')).lines).toEqual([]);
});

test('who replied and then passed or closed the same order is listed once; two hands are not', async () => {
  const both = someone('一手', ['hotline.handler', office.unit(UNIT)], ['hotline.dispatcher', DISTRICT]);
  const [alone, shared] = [
    await dispatched('2020-05-04T09:00+08:00'),
    await dispatched('2020-05-04T09:00+08:00'),
  ];
  for (const { id } of [alone, shared]) await reply(id, `一手办好 ${id}`, both);
  for (const [by, id] of [
    [both, alone.id],
    [office.dispatcher, shared.id],
  ] as const) {
    await office.act(by, 'work-order.approve-reply', {}, id);
    await office.act(by, 'work-order.close', {}, id);
  }
  const found = await clue('own-review');
  expect(found.lines.map(({ who }) => who)).toEqual(['一手']);
  expect(idsOf(found.lines)).toEqual([alone.id]);
});

test('a second call about the same answer is listed with its order', async () => {
  const { id } = await dispatched('2020-06-22T09:00+08:00');
  await reply(id, '灯已经修好，请查看。');
  const call = (input: object) => office.act(office.callerBack, 'work-order.call-back', input as never, id);
  office.later(60);
  await call({ result: 'satisfied' });
  office.later(60);
  await call({ result: 'satisfied', reason: '补充回访' });
  expect(idsOf((await clue('called-again')).lines)).toEqual([id]);
});

test('outside the days nothing is listed, and a period that ends before it begins is refused', async () => {
  expect((await clue('same-reply', office.supervisor, '2019-01-01', '2019-12-31')).count).toBe(0);
  await expect(clue('same-reply', office.supervisor, '2020-02-01', '2020-01-01')).rejects.toMatchObject({
    code: 'hotline.gaming-period',
  });
});
