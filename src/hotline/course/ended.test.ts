import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
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
    expect(await act(office.supervisor, 'void', { reason: '测试工单' }, slip.id)).toMatchObject({
      state: 'void',
      ...undue,
    });
  });
});
