import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CITY, WATER, courseDesk, refused } from './testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let registered: Desk['registered'];
let dispatched: Desk['dispatched'];
let below: Desk['below'];
beforeAll(async () => {
  ({ office, act, registered, dispatched, below } = await courseDesk());
});
afterAll(() => office.close());

describe('from unit to unit', () => {
  test('a transfer keeps the clock, counts, and takes back the signature', async () => {
    const order = await dispatched();
    await act(office.handlerOf(WATER), 'sign', {}, order.id);
    office.clock.set('2020-05-12T09:00+08:00');
    const moved = await act(
      office.dispatcher,
      'transfer',
      { handler: office.unit(CITY), reason: '属城管' },
      order.id,
    );
    expect(moved).toMatchObject({
      state: 'dispatched',
      handler: office.unit(CITY),
      transfers: 1,
      signedAt: null,
    });
    expect([moved.dueAt, moved.dispatchedAt]).toEqual([order.dueAt, order.dispatchedAt]);
  });

  test('each unit has two working days of its own to return it, counted from when it got it', async () => {
    const { id } = await dispatched(); // Monday 11 May
    const back = (unit: string) => act(office.handlerOf(unit), 'return', { reason: '不属于本单位职责' }, id);
    office.clock.set('2020-05-13T16:00+08:00');
    await back(WATER);
    office.clock.set('2020-05-14T09:00+08:00');
    const there = await act(office.dispatcher, 'dispatch', { handler: office.unit(CITY) }, id);
    expect(there.dueAt).toBe('2020-05-18T09:00:00.000Z'); // the answer is due when it was
    office.clock.set('2020-05-19T09:00+08:00'); // Thursday and two working days were Monday the 18th
    await expect(back(CITY)).rejects.toMatchObject({
      ...refused('return-too-late'),
      facts: { lastOn: expect.stringContaining('5月18日') },
    });
    office.clock.set('2020-05-18T23:00+08:00');
    expect(await back(CITY)).toMatchObject({ state: 'returned', returns: 2 });
  });

  test('what one unit spoke with the caller is no contact of the next: it must call itself', async () => {
    const { id } = await dispatched();
    const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
    await act(office.handlerOf(WATER), 'log-contact', { contacted }, id);
    const move = { handler: office.unit(CITY), reason: '属城管' };
    await act(office.dispatcher, 'transfer', move, id); // within the same minute
    const text = '已修好。';
    const reply = (more = {}) => act(office.handlerOf(CITY), 'reply', { text, ...more }, id);
    await expect(reply()).rejects.toMatchObject(refused('no-contact'));
    expect(await reply({ contacted })).toMatchObject({ state: 'replied', isContacted: true });
  });

  test('a unit cannot have called before it was given the order', async () => {
    const { id } = await dispatched();
    office.clock.set('2020-05-12T09:00+08:00');
    await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason: '属城管' }, id);
    const contacted = { at: '2020-05-11T02:00:00.000Z', how: '电话', withCaller: true };
    await expect(
      act(office.handlerOf(CITY), 'reply', { text: '已修好。', contacted }, id),
    ).rejects.toMatchObject(refused('contact-too-early'));
  });

  test('a transfer to the unit that has it is refused; the former unit does not see the order any more', async () => {
    const { id } = await dispatched();
    const there = { handler: office.unit(WATER), reason: '重复' };
    await expect(act(office.dispatcher, 'transfer', there, id)).rejects.toMatchObject(refused('same-unit'));
    await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason: '属城管' }, id);
    await expect(act(office.handlerOf(WATER), 'sign', {}, id)).rejects.toMatchObject({
      code: 'lib.not-found',
    });
  });

  test('help asked of the unit that becomes the lead is released, the rest answers to the new lead', async () => {
    const { id } = await registered();
    const third = office.unit('区财政局');
    const assisting = [office.unit(CITY), third];
    await act(office.dispatcher, 'dispatch', { handler: office.unit(WATER), assisting }, id);
    await act(office.dispatcher, 'transfer', { handler: office.unit(CITY), reason: '属城管' }, id);
    const asked = await below('assistance', id);
    expect(asked.find((each) => each['unit'] === office.unit(CITY))).toMatchObject({ state: 'released' });
    expect(asked.find((each) => each['unit'] === third)).toMatchObject({
      state: 'asked',
      lead: office.unit(CITY),
    });
  });

  test('a ruling names the unit, becomes a precedent, and the unit can neither return it nor be relieved', async () => {
    const { id } = await dispatched();
    await act(office.handlerOf(WATER), 'return', { reason: '不属于本单位职责' }, id);
    const again = { handler: office.unit(WATER) };
    await expect(act(office.dispatcher, 'dispatch', again, id)).rejects.toMatchObject(
      refused('needs-ruling'),
    );
    const ruling = { handler: office.unit(WATER), reason: '三定方案第四条' };
    const ruled = await act(office.supervisor, 'arbitrate', ruling, id);
    expect(ruled).toMatchObject({ state: 'dispatched', handler: office.unit(WATER), transfers: null });
    const [precedent] = await below('precedent', id);
    expect(precedent).toMatchObject({ id: ruled.precedent, state: 'in-force', reason: '三定方案第四条' });
    const reason = { reason: '仍然不属于' };
    await expect(act(office.handlerOf(WATER), 'return', reason, id)).rejects.toMatchObject(refused('ruled'));
    const elsewhere = { handler: office.unit(CITY), reason: '换' };
    await expect(act(office.dispatcher, 'transfer', elsewhere, id)).rejects.toMatchObject(refused('ruled'));
  });

  test('a later ruling on the same topic and place takes the place of the earlier one', async () => {
    const [one, two] = [await dispatched(), await dispatched()];
    for (const [order, unit] of [
      [one, WATER],
      [two, CITY],
    ] as const)
      await act(office.supervisor, 'arbitrate', { handler: office.unit(unit), reason: '裁定理由' }, order.id);
    const states = (await Promise.all([one, two].map((each) => below('precedent', each.id)))).map(
      ([each]) => each!['state'],
    );
    expect(states).toEqual(['superseded', 'in-force']);
  });
});
