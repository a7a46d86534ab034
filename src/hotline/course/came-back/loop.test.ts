import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkOrder } from '../../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { cameBackRound } from './loop.ts';

const WATER = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
  await cameBackRound(office.app);
});
afterAll(() => office.close());

const register = async (on: string, more = {}): Promise<WorkOrder> => {
  office.clock.set(`${on}T09:00+08:00`);
  return (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
};
const closed = async (on: string, more = {}): Promise<WorkOrder> => {
  const { id } = await register(on, more);
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER) }, id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(WATER), 'work-order.reply', { text: '已修好。', contacted }, id);
  return (await office.act(office.dispatcher, 'work-order.close', {}, id)).row as WorkOrder;
};
const noted = async (id: string) =>
  (await office.app.query('select came_back_to, came_back_handler from work_order where id = $1', [id]))[0];
const NOTHING = { came_back_to: null, came_back_handler: null };
const person = (phone: string, more = {}) => ({ caller: { name: '乙某', phone }, ...more });

test('the same caller within 30 days is noted with the unit that had closed it, after 31 days not', async () => {
  const phone = '13700000001';
  const first = await closed('2020-05-11', person(phone));
  const other = { title: '井盖丢失', text: '路口的井盖不见了。' };
  const soon = await register('2020-06-10', person(phone, other));
  const late = await register('2020-06-11', person(phone, { title: '树倒了', text: '一棵树倒在路上。' }));
  await cameBackRound(office.app);
  expect(await noted(soon.id)).toEqual({ came_back_to: first.id, came_back_handler: office.unit(WATER) });
  // 11 May 09:00 plus 30 days is 10 June 09:00
  expect(await noted(late.id)).toEqual(NOTHING);
});

test('a confidential caller is compared with nobody: a link would give the name away', async () => {
  const phone = '13700000002';
  await closed('2020-07-06', person(phone, { title: '噪音扰民', text: '夜里施工。' }));
  const more = { type: 'report', title: '偷排污水', text: '工厂夜里偷排。' };
  const report = await register('2020-07-07', person(phone, more));
  await cameBackRound(office.app);
  expect(await noted(report.id)).toEqual(NOTHING);
});

test('a second look, as after a crash, notes nothing twice', async () => {
  await office.app.query('update came_back_mark set seq = 0', []);
  const count = async () =>
    (
      await office.app.query(
        "select count(*)::int as n from ledger_entry where action = 'note-come-back'",
        [],
      )
    )[0];
  const before = await count();
  await cameBackRound(office.app);
  expect(await count()).toEqual(before);
});
