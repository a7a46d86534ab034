import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkOrder } from '../../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { superviseRound } from './loop.ts';

const WATER = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

/** Dispatched on Monday 11 May at nine, due on Monday 18 May at five. */
async function dispatched(): Promise<WorkOrder> {
  office.clock.set('2020-05-11T09:00+08:00');
  const { row } = await office.act(office.agent, 'work-order.register', lampOrder());
  const input = { handler: office.unit(WATER) };
  return (await office.act(office.dispatcher, 'work-order.dispatch', input, row.id)).row as WorkOrder;
}
const round = async (at: string): Promise<void> => {
  office.clock.set(`${at}+08:00`);
  await superviseRound(office.app);
};
const served = (id: string) =>
  office.app.query(
    'select level, paper, copy_to, state, text, due_at, is_by_clock from supervision where order_id = $1 order by id',
    [id],
  );

test('the ladder is climbed a rung at a time, once each, and what was missed is leapt over', async () => {
  const { id, number } = await dispatched();
  await round('2020-05-14T09:00');
  expect(await served(id)).toEqual([]);
  await round('2020-05-15T09:00');
  await round('2020-05-15T09:01');
  expect(await served(id)).toMatchObject([
    { level: 1, paper: 'reminder', copy_to: 'nobody', due_at: null, is_by_clock: true },
  ]);
  await round('2020-05-18T17:01');
  expect(await served(id)).toHaveLength(1); // overdue by a minute: the notice comes the next working day
  await round('2020-05-19T09:00');
  await round('2020-05-26T09:00'); // 19, 20, 21, 22, 25, 26: the sixth working day
  const all = await served(id);
  expect(all.map((each) => [each['level'], each['paper']])).toEqual([
    [1, 'reminder'],
    [2, 'urging-notice'],
    [4, 'reprimand'],
  ]);
  // one working day to answer: Wednesday the 20th, until midnight
  expect(all[1]!['due_at']).toBe('2020-05-20T16:00:00.000Z');
  expect(all[1]!['text']).toBe(
    `工单${number}《路灯三天不亮》应于2020年5月18日 17:00前答复，现已超期。请立即办理，并在1个工作日内书面说明原因。`,
  );
  const [order] = await office.app.query('select supervision, supervised_at from work_order where id = $1', [
    id,
  ]);
  expect(order).toEqual({ supervision: 4, supervised_at: '2020-05-26T01:00:00.000Z' });
});

test('more time begins the ladder anew; what was answered is left in peace', async () => {
  const [extended, answered] = [await dispatched(), await dispatched()];
  const unit = office.handlerOf(WATER);
  await round('2020-05-15T09:00');
  office.later(1);
  const asking = { days: 3, reason: '须购买配件', isTold: true };
  await office.act(unit, 'work-order.ask-extension', asking, extended.id);
  await office.act(office.dispatcher, 'work-order.grant-extension', {}, extended.id); // due Thursday 21 May
  office.later(1);
  const contacted = { at: '2020-05-15T01:00:00.000Z', how: '电话', withCaller: true };
  await office.act(unit, 'work-order.reply', { text: '已修好。', contacted }, answered.id);
  await round('2020-05-19T09:00');
  await round('2020-05-20T09:00');
  expect((await served(extended.id)).map((each) => each['level'])).toEqual([1, 1]);
  expect(await served(answered.id)).toHaveLength(1);
});

test('a supervisor may serve any paper; only the unit it is addressed to answers, once', async () => {
  const { id } = await dispatched();
  const input = { paper: 'supervision-order', text: '请说明为何未办', copyTo: 'district-leader' };
  const { row } = await office.act(office.supervisor, 'work-order.supervise', input, id);
  expect(row).toMatchObject({ supervision: 3 }); // the third rung of the ladder as shipped
  const [notice] = await office.app.query('select id from supervision where order_id = $1', [id]);
  const answer = (unit: string) =>
    office.act(office.handlerOf(unit), 'supervision.answer', { text: '正在办理' }, notice!['id'] as string);
  await expect(answer('区教育局')).rejects.toMatchObject({ code: 'lib.not-found' });
  expect((await answer(WATER)).row).toMatchObject({ state: 'answered' });
  await expect(answer(WATER)).rejects.toMatchObject({ code: 'lib.wrong-state' });
});
