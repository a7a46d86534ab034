import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import type { WorkOrder } from '../order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../testing/office.ts';
import { bridgeView } from './bridge-view.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const UNIT = '区水利局';
const register = async (more = {}): Promise<WorkOrder> =>
  (await office.act(office.agent, 'work-order.register', lampOrder(more))).row as WorkOrder;
const dispatch = (id: string) =>
  office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(UNIT) }, id);
const reply = (id: string) =>
  office.act(
    office.handlerOf(UNIT),
    'work-order.reply',
    { text: '已处理。', contacted: { at: office.clock.now(), how: '电话', withCaller: true } },
    id,
  );
const close = (id: string) => office.act(office.dispatcher, 'work-order.close', {}, id);

test('received becomes due line by line, and nothing is left unexplained', async () => {
  office.clock.set('2020-12-29T09:00+08:00');
  const carriedOut = await register();
  await dispatch(carriedOut.id);
  office.clock.set('2020-05-11T09:00+08:00');
  const letter = await register({ channel: 'mailbox' });
  const onTime = await register();
  const late = await register({ isUrgent: true });
  const direct = await register({ type: 'consultation' });
  const redirected = await register();
  await register();
  for (const { id } of [letter, onTime, late]) await dispatch(id);
  await office.act(
    office.agent,
    'work-order.answer-directly',
    { text: '工作日上午九点到下午五点。' },
    direct.id,
  );
  await office.act(office.agent, 'work-order.redirect', { to: 'petition' }, redirected.id);
  for (const { id } of [letter, onTime]) {
    await reply(id);
    await close(id);
  }
  office.clock.set('2020-05-13T09:00+08:00');
  await reply(late.id);
  await close(late.id);
  await office.act(
    office.callerBack,
    'work-order.call-back',
    { result: 'satisfied', solved: true },
    onTime.id,
  );
  await foldAll(office.app);

  const figures = new Map(
    (await measuresOfYear(office.app, { year: 2020 })).map(({ name, value }) => [name, value]),
  );
  const said = (name: string) => figures.get(`hotline.${name}`);
  expect(['orders-received', 'letters-received', 'received', 'urgent'].map(said)).toEqual([
    '6',
    '1',
    '7',
    '1',
  ]);
  expect(['answered-directly', 'redirected', 'not-dispatched', 'carried-out'].map(said)).toEqual([
    '1',
    '1',
    '1',
    '1',
  ]);
  expect(['due', 'completed', 'on-time', 'late', 'urgent-late'].map(said)).toEqual(['3', '3', '2', '1', '1']);
  expect(['called-back', 'dissatisfied', 'call-back-satisfied'].map(said)).toEqual(['1', undefined, '1']);
  expect(said('on-time-rate')).toBe('0.6667');

  const shown = (await bridgeView.read({
    query: { year: '2020' },
    by: office.supervisor,
    scopes: office.app.scopes(),
    app: office.app,
  } as never)) as { readonly total: number; readonly due: number; readonly difference: number };
  expect(shown).toMatchObject({ total: 3, due: 3, difference: 0 });
});

test('an order that was late does not leave the late ones by being opened again', async () => {
  office.clock.set('2018-05-14T09:00+08:00');
  const { id } = await register();
  await dispatch(id);
  office.clock.set('2018-05-23T09:00+08:00'); // due on the 21st
  await reply(id);
  await close(id);
  await office.act(office.supervisor, 'work-order.reopen', { reason: '仍未解决' }, id);
  await foldAll(office.app);
  const figures = new Map(
    (await measuresOfYear(office.app, { year: 2018 })).map(({ name, value }) => [name, value]),
  );
  expect(['due', 'late', 'on-time', 'completed'].map((name) => figures.get(`hotline.${name}`))).toEqual([
    '1',
    '1',
    '0',
    '0',
  ]);
});

test('what is voided or withdrawn after the year leaves every figure of it explained', async () => {
  office.clock.set('2019-05-13T09:00+08:00');
  const [voided, withdrawn, early] = [await register(), await register(), await register()];
  for (const { id } of [voided, withdrawn, early]) await dispatch(id);
  await office.act(office.agent, 'work-order.withdraw', { note: '来电人说已修好' }, early.id);
  office.clock.set('2019-05-21T09:00+08:00'); // due on the 20th
  await reply(voided.id);
  await office.act(office.agent, 'work-order.withdraw', { note: '来电人说已修好' }, withdrawn.id);
  office.clock.set('2020-01-06T09:00+08:00');
  await office.act(office.dispatcher, 'work-order.ask-void', { reason: '测试工单' }, voided.id);
  await office.act(office.supervisor, 'work-order.grant-void', { reason: '核对录音' }, voided.id);
  await foldAll(office.app);

  const figures = new Map(
    (await measuresOfYear(office.app, { year: 2019 })).map(({ name, value }) => [name, value]),
  );
  const said = (name: string) => figures.get(`hotline.${name}`);
  expect(['received', 'void', 'void-counted', 'withdrawn'].map(said)).toEqual(['3', '0', '1', '1']);
  expect(['due', 'ended-unanswered', 'completed', 'on-time'].map(said)).toEqual(['1', '1', '0', '0']);
  const shown = (await bridgeView.read({
    query: { year: '2019' },
    by: office.supervisor,
    scopes: office.app.scopes(),
    app: office.app,
  } as never)) as { readonly lines: readonly { readonly title: string; readonly value: string }[] };
  expect(shown).toMatchObject({ total: 1, due: 1, difference: 0 });
  expect(shown.lines.find(({ title }) => title === '计入应办理后作废')?.value).toBe('1');
});
