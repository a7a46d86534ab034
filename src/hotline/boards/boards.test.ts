import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { sentOf, type View } from '#lib/view.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { boardCounts, boardList } from './board.ts';
import { deadlineView } from './deadline-view.ts';
import type { ListName } from './lists.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const WATER = '区水利局';
const ROADS = '区交通运输局';
const look = async <T>(view: View, by: Person, query: object = {}): Promise<T> => {
  const shown = await view.read({
    db: office.app.db,
    query: query as never,
    by,
    now: office.clock.now(),
    scopes: office.app.scopes(),
    app: office.app,
  });
  return JSON.parse(String(sentOf(shown))) as T;
};
interface Counts {
  readonly counts: Readonly<Record<ListName, number>>;
  readonly yellowBefore: string;
}
const counts = async (by: Person) => (await look<Counts>(boardCounts, by)).counts;
const listed = async (list: ListName, by: Person) =>
  (await look<{ items: readonly { id: string }[] }>(boardList, by, { list })).items.map(({ id }) => id);
async function registered(more = {}): Promise<WorkOrder> {
  return (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
}
async function dispatched(unit: string): Promise<WorkOrder> {
  const { id } = await registered();
  return (await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(unit) }, id))
    .row as WorkOrder;
}

test('the number above a list is the length of the list, and a unit counts its own orders only', async () => {
  const waiting = await registered();
  const mine = await dispatched(WATER);
  await dispatched(ROADS);
  expect(await counts(office.dispatcher)).toMatchObject({ 'to-dispatch': 1, 'to-sign': 2, overdue: 0 });
  expect(await listed('to-dispatch', office.dispatcher)).toEqual([waiting.id]);
  expect(await counts(office.handlerOf(WATER))).toMatchObject({ 'to-dispatch': 0, 'to-sign': 1 });
  expect(await listed('to-sign', office.handlerOf(WATER))).toEqual([mine.id]);
});

test('what is due today is not yet overdue, and is overdue from the moment after', async () => {
  const before = office.clock.now();
  const { id, dueAt } = await dispatched(WATER);
  expect(dueAt).toBe('2020-05-18T09:00:00.000Z'); // Monday five working days on, 17:00 in Junshan
  const unit = office.handlerOf(WATER);
  office.clock.set('2020-05-18T16:59+08:00');
  expect(await listed('due-today', unit)).toContain(id);
  expect(await listed('overdue', unit)).not.toContain(id);
  office.clock.set('2020-05-18T17:01+08:00');
  expect(await listed('due-today', unit)).not.toContain(id);
  expect(await listed('overdue', unit)).toContain(id);
  office.clock.set(before);
});

test('yellow begins one working day before: asked on a Friday, that is Monday', async () => {
  const before = office.clock.now();
  office.clock.set('2020-05-15T09:00+08:00');
  expect((await look<Counts>(boardCounts, office.dispatcher)).yellowBefore).toBe('2020-05-18T09:00:00.000Z');
  office.clock.set(before);
});

test('an answered order leaves the lists of the unit, a dissatisfied caller brings it back to the supervisor', async () => {
  const { id } = await dispatched(WATER);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(WATER), 'work-order.reply', { text: '已修好。', contacted }, id);
  expect(await listed('to-call-back', office.callerBack)).toContain(id);
  await office.act(office.callerBack, 'work-order.call-back', { result: 'dissatisfied', solved: false }, id);
  expect(await listed('reopened', office.supervisor)).toContain(id);
  expect(await listed('again', office.handlerOf(WATER))).toContain(id);
});

test('a deadline explains itself line by line; before the dispatch there is none', async () => {
  const waiting = await registered();
  expect(await look(deadlineView, office.dispatcher, { key: waiting.number })).toMatchObject({ dueAt: null });
  const { id } = await dispatched(WATER);
  const said = await look<{ light: string; lines: readonly string[] }>(
    deadlineView,
    office.handlerOf(WATER),
    { key: id },
  );
  expect(said.light).toBe('green');
  expect(said.lines.join('\n')).toContain('派单');
  await expect(look(deadlineView, office.handlerOf(ROADS), { key: id })).rejects.toMatchObject({
    code: 'lib.not-found',
  });
});

test('the unit may see the caller of its own order, never the protected one', async () => {
  const { id } = await dispatched(WATER);
  const see = { field: 'callerPhone', reason: '联系诉求人核实情况' };
  await office.act(office.handlerOf(WATER), 'work-order.unmask', see, id);
  await expect(office.act(office.handlerOf(ROADS), 'work-order.unmask', see, id)).rejects.toMatchObject({
    code: 'lib.not-found',
  });
});

test('of a caller who must stay unknown nothing can be looked at on the order: the unit is shown the way to the office', async () => {
  const { id } = await dispatched(WATER);
  await office.act(office.agent, 'work-order.keep-confidential', { reason: '诉求人要求保密' }, id);
  const looks = async () =>
    (await office.app.query("select 1 from ledger_entry where subject = $1 and action = 'unmask'", [id]))
      .length;
  for (const field of ['callerName', 'callerPhone'])
    await expect(
      office.act(office.handlerOf(WATER), 'work-order.unmask', { field, reason: '联系诉求人' }, id),
    ).rejects.toMatchObject({ code: 'hotline.caller-protected' });
  expect(await looks()).toBe(0);
});

interface Said {
  readonly dueAt: string | null;
  readonly steps: readonly { readonly name: string; readonly dueAt: string; readonly light: string }[];
}
const deadlineOf = (id: string, by = office.supervisor) => look<Said>(deadlineView, by, { key: id });

test('each step has its light from the moment it begins: dispatch, sign, return, ruling, review', async () => {
  const before = office.clock.now();
  office.clock.set('2020-05-20T09:00+08:00');
  const waiting = await registered();
  const [dispatchStep] = (await deadlineOf(waiting.id)).steps;
  expect(dispatchStep).toMatchObject({ name: 'dispatch', light: 'green' });
  office.clock.set(dispatchStep!.dueAt);
  expect((await deadlineOf(waiting.id)).steps[0]).toMatchObject({ light: 'yellow' });
  expect(await listed('step-overdue', office.dispatcher)).not.toContain(waiting.id);
  office.later(1);
  expect((await deadlineOf(waiting.id)).steps[0]).toMatchObject({ light: 'red' });
  expect(await listed('step-overdue', office.dispatcher)).toContain(waiting.id);

  const { id } = await dispatched(WATER);
  const unit = office.handlerOf(WATER);
  expect((await deadlineOf(id, unit)).steps.map(({ name }) => name)).toEqual(['sign', 'return']);
  await office.act(unit, 'work-order.sign', {}, id);
  expect((await deadlineOf(id, unit)).steps.map(({ name }) => name)).toEqual(['return']);
  await office.act(unit, 'work-order.return', { reason: '不属于本单位职责' }, id);
  expect((await deadlineOf(id)).steps.map(({ name }) => name)).toEqual(['ruling']);
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(ROADS) }, id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  await office.act(office.handlerOf(ROADS), 'work-order.reply', { text: '已修好。', contacted }, id);
  expect((await deadlineOf(id)).steps.map(({ name }) => name)).toEqual(['review']);
  await office.act(office.dispatcher, 'work-order.approve-reply', {}, id);
  expect((await deadlineOf(id)).steps).toEqual([]);
  office.clock.set(before);
});

test('the limits of the steps are hours of work: given at four on a Friday, two end on Monday', async () => {
  const before = office.clock.now();
  office.clock.set('2020-05-22T16:00+08:00');
  const { id } = await registered();
  const [step] = (await deadlineOf(id)).steps;
  expect(step!.dueAt.slice(0, 10)).toBe('2020-05-25');
  const pressing = await registered({ isUrgent: true });
  expect((await deadlineOf(pressing.id)).steps[0]!.dueAt).toBe('2020-05-22T10:00:00.000Z'); // six in the evening
  office.clock.set(before);
});

test("what the city sent down stands in the city's lists from its receipt, under the city's clock", async () => {
  const before = office.clock.now();
  const { channel: _channel, ...lamp } = lampOrder();
  const wish = { ...lamp, cityNumber: 'SZ1', cityDueAt: '2020-05-25T09:00:00.000Z' };
  office.clock.set('2020-05-20T09:00+08:00');
  const { id } = (await office.act(office.gateway, 'work-order.receive', wish)).row;
  for (const list of ['city-waiting', 'city-open'] as const)
    expect(await listed(list, office.gateway)).toContain(id);
  const city = async () => (await deadlineOf(id, office.gateway)).steps.find(({ name }) => name === 'city');
  expect(await city()).toMatchObject({ dueAt: '2020-05-25T09:00:00.000Z', light: 'green' });
  office.clock.set('2020-05-22T17:00+08:00'); // the last working day before it
  expect(await city()).toMatchObject({ light: 'yellow' });
  office.clock.set('2020-05-25T17:01+08:00');
  expect(await city()).toMatchObject({ light: 'red' });
  expect(await listed('city-overdue', office.gateway)).toContain(id);
  office.clock.set(before);
});

test('who is to be asked about a second answer is on the list again', async () => {
  const before = office.clock.now();
  const { id } = await dispatched(WATER);
  const unit = office.handlerOf(WATER);
  const reply = () =>
    office.act(
      unit,
      'work-order.reply',
      { text: '已修好。', contacted: { at: office.clock.now(), how: '电话', withCaller: true } },
      id,
    );
  await reply();
  office.later(60);
  await office.act(office.callerBack, 'work-order.call-back', { result: 'dissatisfied', solved: false }, id);
  expect(await listed('to-call-back', office.callerBack)).not.toContain(id);
  office.later(60);
  await reply();
  expect(await listed('to-call-back', office.callerBack)).toContain(id);
  office.clock.set(before);
});

test('an application to void waits with the supervisor', async () => {
  const { id } = await dispatched(WATER);
  await office.act(office.dispatcher, 'work-order.ask-void', { reason: '误登' }, id);
  expect(await listed('void-asked', office.supervisor)).toEqual([id]);
});
