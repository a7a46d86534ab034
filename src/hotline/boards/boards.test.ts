import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#lib/action/person.ts';
import { jsonOf, type View } from '#lib/view.ts';
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
  return JSON.parse(jsonOf(shown)) as T;
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
