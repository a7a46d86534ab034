import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT } from '../testing/office.ts';
import { CITY, WATER, courseDesk, refused } from './testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let registered: Desk['registered'];
let dispatched: Desk['dispatched'];
let replied: Desk['replied'];
let below: Desk['below'];
beforeAll(async () => {
  ({ office, act, registered, dispatched, replied, below } = await courseDesk());
});
afterAll(() => office.close());

describe('what ends without an answer', () => {
  const undue = { countedDueAt: null, isDueLaterYear: null, isOnTime: null };

  test('a duplicate goes into the open order and is due nowhere', async () => {
    const [one, two] = [await dispatched(), await dispatched()];
    office.clock.set('2020-05-12T09:00+08:00');
    const merged = await act(office.dispatcher, 'merge', { into: one.id }, two.id);
    expect(merged).toMatchObject({
      state: 'merged',
      outcome: 'merged',
      mergedInto: one.id,
      closedAt: '2020-05-12T01:00:00.000Z',
      ...undue,
    });
  });

  test('not into itself, not into what has ended, not into what lies elsewhere', async () => {
    const [one, two, town] = [
      await dispatched(),
      await dispatched(),
      await registered({ place: '430611101' }),
    ];
    const into = (id: string) => act(office.dispatcher, 'merge', { into: id }, two.id);
    await expect(into(two.id)).rejects.toMatchObject(refused('into-itself'));
    await act(office.agent, 'withdraw', { note: '来电人说已修好' }, one.id);
    await expect(into(one.id)).rejects.toMatchObject(refused('target-ended'));
    const mine = await registered({ place: '430611102' });
    const townOf = (code: string) => someone('镇派单员', ['hotline.dispatcher', code]);
    await expect(act(townOf('430611102'), 'merge', { into: town.id }, mine.id)).rejects.toMatchObject(
      refused('no-target'),
    );
  });

  test('two orders merged into each other at once: one goes into the other, not both', async () => {
    const [one, two] = [await registered(), await registered()];
    const done = await Promise.allSettled([
      act(office.dispatcher, 'merge', { into: two.id }, one.id),
      act(office.dispatcher, 'merge', { into: one.id }, two.id),
    ]);
    expect(done.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('withdrawn and void orders are not due, and nobody waits for what hung on them', async () => {
    const { id } = await registered();
    const assisting = [office.unit(CITY)];
    await act(office.dispatcher, 'dispatch', { handler: office.unit(WATER), assisting }, id);
    await act(office.supervisor, 'supervise', { paper: 'supervision-order', text: '请立即办理' }, id);
    const gone = await act(office.agent, 'withdraw', { note: '来电人说已修好' }, id);
    expect(gone).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', ...undue });
    expect(await below('assistance', id)).toMatchObject([{ state: 'released' }]);
    expect(await below('supervision', id)).toMatchObject([{ state: 'lifted' }]);
    const slip = await replied();
    await expect(act(office.supervisor, 'void', { reason: '测试工单' }, slip.id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
    const early = await registered();
    expect(await act(office.supervisor, 'void', { reason: '测试工单' }, early.id)).toMatchObject({
      state: 'void',
      isVoidedCounted: null,
      ...undue,
    });
  });

  test('what is counted as due is voided by two persons, and stands in a line of its own', async () => {
    const slip = await replied();
    const late = someone('督办二', ['hotline.supervisor', DISTRICT]);
    expect(await act(office.supervisor, 'ask-void', { reason: '测试工单' }, slip.id)).toMatchObject({
      state: 'replied',
      askedVoid: { reason: '测试工单', askedBy: office.supervisor.id },
      countedDueAt: slip.countedDueAt,
    });
    const yes = { reason: '核对过录音，确为测试' };
    await expect(act(office.supervisor, 'grant-void', yes, slip.id)).rejects.toMatchObject(
      refused('own-application'),
    );
    await act(late, 'decline-void', { reason: '录音中确有诉求' }, slip.id);
    await act(office.dispatcher, 'ask-void', { reason: '补充了录音' }, slip.id);
    expect(await act(late, 'grant-void', yes, slip.id)).toMatchObject({
      state: 'void',
      outcome: 'void',
      isVoidedCounted: true,
      askedVoid: null,
      ...undue,
    });
  });

  test('reopened it cannot be merged, withdrawn or voided away by one person: the answer was given', async () => {
    const [order, other] = [await replied(), await dispatched()];
    await act(office.supervisor, 'reopen', { reason: '仍未解决' }, order.id);
    for (const [by, name, input] of [
      [office.dispatcher, 'merge', { into: other.id }],
      [office.agent, 'withdraw', { note: '来电人说已修好' }],
    ] as const)
      await expect(act(by, name, input, order.id)).rejects.toMatchObject(refused('answered-once'));
    await expect(act(office.supervisor, 'void', { reason: '误登' }, order.id)).rejects.toMatchObject({
      code: 'lib.wrong-state',
    });
  });

  test('late before it was withdrawn or merged it stays due, and is not on time', async () => {
    const [order, twin, other] = [await dispatched(), await dispatched(), await dispatched()];
    office.clock.set('2020-05-18T17:01+08:00'); // due at 17:00
    const late = { countedDueAt: '2020-05-18T09:00:00.000Z', isOnTime: false };
    expect(await act(office.agent, 'withdraw', { note: '来电人说已修好' }, order.id)).toMatchObject(late);
    expect(await act(office.dispatcher, 'merge', { into: other.id }, twin.id)).toMatchObject(late);
  });
});
