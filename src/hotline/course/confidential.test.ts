import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WATER, courseDesk, refused } from './testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let dispatched: Desk['dispatched'];
let below: Desk['below'];
beforeAll(async () => {
  ({ office, act, dispatched, below } = await courseDesk());
});
afterAll(() => office.close());

describe('a caller who must not be known', () => {
  test('kept confidential the caller leaves the order for a row of the office, sealed as it was', async () => {
    const { id } = await dispatched();
    const kept = await act(office.agent, 'keep-confidential', { reason: '来电人要求' }, id);
    expect(kept).toMatchObject({ isConfidential: true, callerName: null, callerPhone: null });
    const [caller] = await below('protected_caller', id);
    expect(caller!['phone']).toMatchObject({ mask: '138****1234' });
    await expect(act(office.agent, 'keep-confidential', { reason: '再来' }, id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });

  test('a unit asks through the office; the answer is a contact, and may not give the caller away', async () => {
    const { id } = await dispatched({ type: 'report' });
    await act(office.handlerOf(WATER), 'contact-through-office', { question: '是哪一盏灯？' }, id);
    const [relay] = await below('relay', id);
    const answer = (text: string) =>
      office.act(office.agent, 'relay.answer', { text, isReached: true }, relay!['id'] as string);
    await expect(answer('请打 138 0000 1234 问他')).rejects.toMatchObject(refused('relay-names-caller'));
    expect((await answer('东门第二盏')).row).toMatchObject({ state: 'answered' });
    const [order] = await office.app.query('select is_contacted, contacts from work_order where id = $1', [
      id,
    ]);
    expect(order).toMatchObject({
      is_contacted: true,
      contacts: [{ how: '经热线办公室转达', withCaller: true }],
    });
  });

  test('the caller of an ordinary order is asked directly', async () => {
    const { id } = await dispatched();
    await expect(
      act(office.handlerOf(WATER), 'contact-through-office', { question: '在哪里？' }, id),
    ).rejects.toMatchObject({ code: 'lib.wrong-state' });
  });
});
