import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';

const WATER = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const { channel: _channel, ...LAMP } = lampOrder();
let count = 0;
const wish = (more = {}) => {
  count += 1;
  return { ...LAMP, cityNumber: `SZ2020${count}`, cityDueAt: '2020-05-15T09:00:00.000Z', ...more };
};
const act = async (by: keyof HotlineOffice, verb: string, input: object, id: string) =>
  (await office.act(office[by] as never, `work-order.${verb}`, input as never, id)).row as WorkOrder;
const received = async (more = {}): Promise<WorkOrder> => {
  office.clock.set('2020-05-11T09:00+08:00'); // a Monday
  return (await office.act(office.gateway, 'work-order.receive', wish(more))).row as WorkOrder;
};
const dispatched = async (more = {}): Promise<WorkOrder> =>
  act('dispatcher', 'dispatch', { handler: office.unit(WATER) }, (await received(more)).id);
const replied = async (more = {}): Promise<WorkOrder> => {
  const { id } = await dispatched(more);
  const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
  const said = { text: '已修好。', contacted };
  return (await office.act(office.handlerOf(WATER), 'work-order.reply', said, id)).row as WorkOrder;
};
const submitted = async (): Promise<WorkOrder> => {
  const { id } = await replied();
  await act('dispatcher', 'approve-reply', {}, id);
  return act('gateway', 'submit-up', {}, id);
};

describe('what comes down', () => {
  test('an order of the city has its number and its limit; the same number again points to the first', async () => {
    const order = await received({ cityNumber: 'SZ-A' });
    expect(order).toMatchObject({ channel: 'city', isFromCity: true, cityDueAt: '2020-05-15T09:00:00.000Z' });
    await expect(received({ cityNumber: 'SZ-A' })).rejects.toMatchObject({
      code: 'hotline.city-known',
      facts: { number: order.number },
    });
  });

  test('a number is the same in small letters and in full width, and is kept in one writing', async () => {
    const order = await received({ cityNumber: 'sz-ｂ１' });
    expect(order.cityNumber).toBe('SZ-B1');
    for (const cityNumber of ['SZ-B1', 'sz-b1', 'ＳＺ－Ｂ１'])
      await expect(received({ cityNumber })).rejects.toMatchObject({
        code: 'hotline.city-known',
        facts: { cityNumber: 'SZ-B1', number: order.number },
      });
    expect(await received({ cityNumber: 'SZ-B11' })).toMatchObject({ cityNumber: 'SZ-B11' });
  });

  test('the same number twice in the same moment is one order', async () => {
    const twice = await Promise.allSettled([
      received({ cityNumber: 'SZ-B' }),
      received({ cityNumber: 'SZ-B' }),
    ]);
    expect(twice.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [found] = await office.app.query(
      "select count(*)::int as n from work_order where city_number = 'SZ-B'",
      [],
    );
    expect(found).toEqual({ n: 1 });
  });

  test.each([
    // city's limit, ours
    ['2020-05-15T09:00:00.000Z', '2020-05-14T09:00:00.000Z'], // Friday five o'clock: Thursday five o'clock
    ['2020-05-18T04:00:00.000Z', '2020-05-15T04:00:00.000Z'], // Monday noon: Friday noon
    ['2020-06-30T09:00:00.000Z', '2020-05-18T09:00:00.000Z'], // far away: our own five working days
    ['2020-05-11T10:00:00.000Z', '2020-05-11T10:00:00.000Z'], // tonight: no day is left to be ahead of it
  ])('a limit of the city at %s makes ours %s', async (cityDueAt, dueAt) => {
    const order = await dispatched({ cityDueAt });
    expect([order.dueAt, order.countedDueAt]).toEqual([dueAt, dueAt]);
  });

  test('a limit of the city that has passed is refused at the receipt', async () => {
    await expect(received({ cityDueAt: '2020-05-11T01:00:00.000Z' })).rejects.toMatchObject({
      code: 'hotline.city-due-past',
      fields: [{ path: 'cityDueAt' }],
    });
  });

  test('one that passes before the dispatch limits nothing any more', async () => {
    const { id } = await received({ cityDueAt: '2020-05-11T02:00:00.000Z' });
    office.clock.set('2020-05-11T10:01+08:00');
    const order = await act('dispatcher', 'dispatch', { handler: office.unit(WATER) }, id);
    expect(order.dueAt).toBe('2020-05-18T09:00:00.000Z');
  });

  test('what is not ours goes back with the reason, and is due nowhere; our own orders cannot', async () => {
    const { id } = await received();
    const reason = { reason: '不属于本区' };
    expect(await act('gateway', 'return-to-city', reason, id)).toMatchObject({
      state: 'sent-back',
      outcome: 'sent-back',
      countedDueAt: null,
    });
    const own = (await office.act(office.agent, 'work-order.register', lampOrder())).row;
    await expect(act('gateway', 'return-to-city', reason, own.id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });

  test.each([
    ['agent', 'withdraw', { note: '来电人说已修好' }],
    ['agent', 'redirect', { to: 'petition' }],
    ['agent', 'answer-directly', { text: '请等待。' }],
    ['supervisor', 'void', { reason: '测试工单' }],
  ] as const)('it may not vanish in our house: %s cannot %s it', async (by, verb, input) => {
    const { id } = await received();
    await expect(act(by, verb, input, id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });
});

describe('what goes up', () => {
  test('it cannot be closed before the city has the answer', async () => {
    const { id } = await replied();
    await expect(act('dispatcher', 'close', {}, id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    await act('dispatcher', 'approve-reply', {}, id);
    await expect(act('supervisor', 'close', {}, id)).rejects.toMatchObject({ code: 'lib.wrong-state' });
    const up = await act('gateway', 'submit-up', {}, id);
    expect(up.submittedAt).not.toBeNull();
    expect(await act('dispatcher', 'close', {}, id)).toMatchObject({ state: 'closed', isOnTime: true });
  });

  test("the city's call-back stands beside our own", async () => {
    const { id } = await submitted();
    await act('dispatcher', 'close', {}, id);
    await act('callerBack', 'call-back', { result: 'satisfied', solved: true }, id);
    expect(await act('gateway', 'city-call-back', { result: 'dissatisfied' }, id)).toMatchObject({
      state: 'closed',
      cityResult: 'dissatisfied',
      callBackResult: 'satisfied',
    });
  });

  test('a second result of the city never makes the first better', async () => {
    const { id } = await submitted();
    await act('gateway', 'city-call-back', { result: 'dissatisfied' }, id);
    const again = await act('gateway', 'city-call-back', { result: 'satisfied' }, id);
    expect(again.cityResult).toBe('dissatisfied');
    expect(again.callBacks?.map(({ result }) => result)).toEqual(['dissatisfied', 'satisfied']);
    expect(again.callBackResult).toBeNull();
  });

  test('a deadline that was missed is not healed by a later limit of the city', async () => {
    const order = await dispatched({ cityDueAt: '2020-05-13T09:00:00.000Z' });
    expect(order.dueAt).toBe('2020-05-12T09:00:00.000Z');
    office.clock.set('2020-05-12T17:01+08:00');
    const input = { cityDueAt: '2020-05-29T09:00:00.000Z', reason: '市平台同意延期' };
    expect(await act('gateway', 'move-city-due', input, order.id)).toMatchObject({
      cityDueAt: '2020-05-29T09:00:00.000Z',
      dueAt: order.dueAt,
      countedDueAt: order.dueAt,
    });
  });

  test('rework from the city opens it again under a new limit; what was late stays late', async () => {
    const { id, countedDueAt } = await submitted();
    await act('dispatcher', 'close', {}, id);
    office.clock.set('2020-05-25T09:00+08:00');
    const input = { reason: '未答复第二问', cityDueAt: '2020-05-27T09:00:00.000Z' };
    const again = await act('gateway', 'rework-from-city', input, id);
    expect(again).toMatchObject({
      state: 'reworking',
      reworks: 1,
      dueAt: '2020-05-26T09:00:00.000Z',
      countedDueAt,
      closedAt: null,
      submittedAt: null,
      repliedAt: null,
      isOnTime: null,
    });
    const past = { ...input, cityDueAt: '2020-05-24T09:00:00.000Z' };
    const other = await submitted();
    office.clock.set('2020-05-25T09:00+08:00');
    await expect(act('gateway', 'rework-from-city', past, other.id)).rejects.toMatchObject({
      code: 'hotline.city-due-past',
    });
  });

  test('an extension of ours may not outlast the city; the city grants first, and then it may', async () => {
    const { id } = await dispatched();
    const asking = { days: 2, reason: '须购买配件', isTold: true };
    await office.act(office.handlerOf(WATER), 'work-order.ask-extension', asking, id);
    await expect(act('dispatcher', 'grant-extension', {}, id)).rejects.toMatchObject({
      code: 'hotline.beyond-city',
    });
    const more = { cityDueAt: '2020-05-22T09:00:00.000Z', reason: '市平台同意延期' };
    // our own five working days are over on Monday the 18th, before Thursday the 21st
    expect((await act('gateway', 'move-city-due', more, id)).dueAt).toBe('2020-05-18T09:00:00.000Z');
    expect(await act('dispatcher', 'grant-extension', {}, id)).toMatchObject({
      dueAt: '2020-05-20T09:00:00.000Z',
      countedDueAt: '2020-05-20T09:00:00.000Z',
      extensions: 1,
    });
    const less = { cityDueAt: '2020-05-20T09:00:00.000Z', reason: '市平台改期' };
    expect((await act('gateway', 'move-city-due', less, id)).dueAt).toBe('2020-05-19T09:00:00.000Z');
  });
});
