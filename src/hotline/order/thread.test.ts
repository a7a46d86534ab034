import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import type { WorkOrder } from './work-order.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const WATER = '区水利局';
const contacted = (at: string) => ({ at, how: '电话', withCaller: true });
async function registered(more = {}) {
  return (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
}
async function dispatched(more = {}) {
  const { id } = await registered(more);
  const { row } = await office.act(
    office.dispatcher,
    'work-order.dispatch',
    { handler: office.unit(WATER) },
    id,
  );
  return row as WorkOrder;
}

describe('from the first word to the end', () => {
  test('five working days run from the dispatch: Monday 11 May at nine is due Monday 18 May at the end of business', async () => {
    const order = await dispatched();
    expect(order.dueAt).toBe('2020-05-18T09:00:00.000Z');
    expect(order.clock?.because).toContain('示例');
    expect(order.countedDueAt).toBe(order.dueAt);
    expect(order.isDueLaterYear).toBeNull();
  });

  test('a reply without contact is refused, with contact it stands, and the order is closed on time', async () => {
    const { id } = await dispatched();
    const unit = office.handlerOf(WATER);
    await expect(office.act(unit, 'work-order.reply', { text: '已修好。' }, id)).rejects.toMatchObject({
      code: 'hotline.no-contact',
    });
    const { row } = await office.act(
      unit,
      'work-order.reply',
      { text: '已修好。', contacted: contacted('2020-05-11T01:00:00.000Z') },
      id,
    );
    expect(row).toMatchObject({ state: 'replied', isContacted: true });
    const closed = await office.act(office.dispatcher, 'work-order.close', {}, id);
    expect(closed.row).toMatchObject({ state: 'closed', outcome: 'handled', isOnTime: true });
  });

  test('three attempts in vain satisfy the rule of contact', async () => {
    const { id } = await dispatched();
    const unit = office.handlerOf(WATER);
    const vain = (at: string) =>
      office.act(unit, 'work-order.log-contact', { contacted: { at, how: '电话', withCaller: false } }, id);
    const reply = () => office.act(unit, 'work-order.reply', { text: '多次联系未果，路灯已修。' }, id);
    office.clock.set('2020-05-11T12:00+08:00');
    // Half an hour apart: ten o'clock, half past ten, eleven. What was tried at 10:29 is the first try again.
    for (const at of ['10:00', '10:29', '10:30']) await vain(`2020-05-11T${at}:00+08:00`);
    await expect(reply()).rejects.toMatchObject({ code: 'hotline.no-contact' });
    await vain('2020-05-11T11:00:00+08:00');
    const { row } = await reply();
    office.clock.set('2020-05-11T09:00+08:00');
    expect(row).toMatchObject({ state: 'replied', isContacted: null });
  });

  test('举报 is confidential: the order does not know who spoke, a row of its own does', async () => {
    const order = await registered({ type: 'report' });
    expect(order).toMatchObject({ isConfidential: true, callerName: null, callerPhone: null });
    const [kept] = await office.app.query(
      "select phone ->> 'mask' as phone from protected_caller where order_id = $1",
      [order.id],
    );
    expect(kept).toEqual({ phone: '138****1234' });
  });

  test('dissatisfied and unsolved goes back to the same unit; the third time to a joint review', async () => {
    const order = await dispatched();
    const unit = office.handlerOf(WATER);
    const round = async () => {
      await office.act(
        unit,
        'work-order.reply',
        { text: '已处理。', contacted: contacted(office.clock.now()) },
        order.id,
      );
      office.later(60);
      const said = await office.act(
        office.callerBack,
        'work-order.call-back',
        { result: 'dissatisfied', solved: false },
        order.id,
      );
      office.later(60);
      return said;
    };
    expect((await round()).row).toMatchObject({ state: 'reopened', reopenings: 1, handler: order.handler });
    expect((await round()).row).toMatchObject({ state: 'reopened', reopenings: 2 });
    expect((await round()).row).toMatchObject({ state: 'joint-review', reopenings: 3 });
    office.clock.set('2020-05-11T09:00+08:00');
  });

  test('a unit may return it for two working days, not on the third', async () => {
    const first = await dispatched();
    const unit = office.handlerOf(WATER);
    office.clock.set('2020-05-13T17:00+08:00');
    const { row } = await office.act(unit, 'work-order.return', { reason: '不属于本单位职责' }, first.id);
    expect(row).toMatchObject({ state: 'returned', returns: 1 });
    office.clock.set('2020-05-11T09:00+08:00');
    const second = await dispatched();
    office.clock.set('2020-05-14T08:30+08:00');
    await expect(
      office.act(unit, 'work-order.return', { reason: '不属于本单位职责' }, second.id),
    ).rejects.toMatchObject({ code: 'hotline.return-too-late' });
  });
});
