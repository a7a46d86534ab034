import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { exportOrders, type TrainingRow } from './export-orders.ts';
import { readLetters } from './topics/letters.ts';
import { readClosedOrders } from './units/closed-order.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

async function closed(more: Readonly<Record<string, unknown>>): Promise<void> {
  const { id } = (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
  if (more['isConfidential'] === true) await office.cover(id);
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit('区水利局') }, id);
  const contacted = { at: office.clock.now(), how: '电话', withCaller: true };
  if (more['isConfidential'] === true) return;
  await office.act(office.handlerOf('区水利局'), 'work-order.reply', { text: '已修。', contacted }, id);
  await office.act(office.dispatcher, 'work-order.close', {}, id);
}
async function exported(more = {}): Promise<readonly TrainingRow[]> {
  const rows: TrainingRow[] = [];
  for await (const row of exportOrders(office.app, more)) rows.push(row);
  return rows;
}

test('closed orders come out without anybody in them, in the form both trainings read', async () => {
  const caller = { name: '欧阳锋', phone: '13907309999' };
  await closed({ title: '欧阳锋反映路灯', text: '我叫欧阳锋，电话13907309999，找李芳女士没用。', caller });
  await closed({ isConfidential: true, title: '保密的', caller });
  const direct = (await office.act(office.agent, 'work-order.register', lampOrder({ title: '问路灯' })))
    .row as WorkOrder;
  await office.act(office.dispatcher, 'work-order.answer-directly', { text: '今晚修。' }, direct.id);
  await office.act(office.agent, 'work-order.register', lampOrder({ title: '还没有办' }));

  // All of one minute: in which order they come is nobody's promise.
  const rows = (await exported()).toSorted((a, b) => (a.title < b.title ? -1 : 1));
  expect(rows.map(({ title }) => title)).toEqual(['欧某某反映路灯', '问路灯']);
  expect(JSON.stringify(rows)).not.toMatch(/欧阳|139|李芳|保密的/);
  expect(rows[0]).toMatchObject({ label: '城乡建设', unit: '区水利局', on: '2020-05-11' });
  expect(await exported({ withUnit: true })).toHaveLength(1);

  const file = (all: readonly TrainingRow[]) =>
    new TextEncoder().encode(all.map((each) => `${JSON.stringify(each)}\n`).join(''));
  expect(readLetters(file(rows))).toHaveLength(2);
  expect(readClosedOrders(file(rows.slice(0, 1)))).toMatchObject([
    { unit: '区水利局', topic: ['城乡建设', '城市建设和市政管理', '园林绿化环卫'] },
  ]);
});
