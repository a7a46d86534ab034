import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITY, courseDesk, refused, WATER } from '../course/testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let registered: Desk['registered'];
beforeAll(async () => {
  ({ office, act, registered } = await courseDesk());
});
afterAll(() => office.close());

const REPORT = { type: 'report', title: '工地夜里施工', text: '河边工地每夜施工到三点。' };
const dispatch = (id: string, unit = WATER) =>
  act(office.dispatcher, 'dispatch', { handler: office.unit(unit) }, id);

test('a report goes to no unit before an officer has read what the unit is given, whether or not words were covered', async () => {
  const named = { ...REPORT, text: '我叫欧阳锋，河边工地每夜施工。', caller: { name: '欧阳锋' } };
  const nameless = { ...REPORT, caller: undefined, isAnonymous: true };
  for (const more of [named, REPORT, nameless]) {
    const { id } = await registered(more);
    await expect(dispatch(id)).rejects.toMatchObject(refused('cover-first'));
    await office.cover(id);
    expect((await dispatch(id)).state).toBe('dispatched');
  }
});

test('what nobody asked to keep confidential goes out at once', async () => {
  const { id } = await registered();
  expect((await dispatch(id)).state).toBe('dispatched');
});

test('kept confidential once it is with a unit, it stays there, and goes to another only after it was read', async () => {
  const { id } = await registered();
  await dispatch(id);
  const kept = await act(office.agent, 'keep-confidential', { reason: '来电人要求' }, id);
  expect([kept.state, kept.isCoverRead]).toEqual(['dispatched', null]);
  const over = { handler: office.unit(CITY), reason: '属城管职责' };
  await expect(act(office.dispatcher, 'transfer', over, id)).rejects.toMatchObject(refused('cover-first'));
  await expect(act(office.supervisor, 'arbitrate', over, id)).rejects.toMatchObject(refused('cover-first'));
  const same = { handler: office.unit(WATER), reason: '属水利职责' };
  expect((await act(office.supervisor, 'arbitrate', same, id)).state).toBe('dispatched');
  await office.cover(id);
  expect((await act(office.supervisor, 'arbitrate', over, id)).handler).toBe(office.unit(CITY));
});

test('returned and sent out again, it is not read twice', async () => {
  const { id } = await registered(REPORT);
  await office.cover(id);
  await dispatch(id);
  await act(office.handlerOf(WATER), 'return', { reason: '不属本单位职责' }, id);
  expect((await dispatch(id, CITY)).state).toBe('dispatched');
});
