import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '#lib/action/person.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT } from '../testing/office.ts';
import { WATER, courseDesk, refused } from './testing/desk.ts';

type Desk = Awaited<ReturnType<typeof courseDesk>>;
let office: Desk['office'];
let act: Desk['act'];
let dispatched: Desk['dispatched'];
let replied: Desk['replied'];
beforeAll(async () => {
  ({ office, act, dispatched, replied } = await courseDesk());
});
afterAll(() => office.close());

describe('more time', () => {
  const asking = { days: 3, reason: '须购买配件', isTold: true };

  test('three working days after Monday 18 May end on Thursday 21 May; the year counts by the new deadline', async () => {
    const { id } = await dispatched();
    await act(office.handlerOf(WATER), 'ask-extension', asking, id);
    const granted = await act(office.dispatcher, 'grant-extension', {}, id);
    expect(granted).toMatchObject({
      dueAt: '2020-05-21T09:00:00.000Z',
      countedDueAt: '2020-05-21T09:00:00.000Z',
      extensions: 1,
      askedExtension: null,
    });
    await expect(act(office.handlerOf(WATER), 'ask-extension', asking, id)).rejects.toMatchObject(
      refused('extensions-used-up'),
    );
  });

  test('an urgent order of 24 hours is lengthened by hours', async () => {
    const { id, dueAt } = await dispatched({ isUrgent: true });
    expect(dueAt).toBe('2020-05-12T01:00:00.000Z');
    await act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 1 }, id);
    const granted = await act(office.supervisor, 'grant-extension', {}, id);
    expect(granted.dueAt).toBe('2020-05-13T01:00:00.000Z'); // 24 + 24 hours
  });

  test('what presses is not put off for longer than its own limit, whatever the setting says', async () => {
    const { id } = await dispatched({ isUrgent: true });
    const ask = () => act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 2 }, id);
    await expect(ask()).rejects.toMatchObject({ ...refused('extension-urgent'), facts: { hours: 24 } });
    const longest = (longestHours: number) =>
      office.act(SYSTEM, 'setting.change', {
        name: 'hotline.urgent-extension',
        value: { longestHours },
        basis: '办公会纪要',
      });
    await longest(72);
    await expect(ask()).rejects.toMatchObject(refused('extension-urgent')); // 48 hours are more than the 24 it had
    await longest(0);
    await expect(
      act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 1 }, id),
    ).rejects.toMatchObject(refused('extension-urgent'));
  });

  test('asked in time and granted after the deadline is refused: what was missed stays missed', async () => {
    const { id, dueAt } = await dispatched();
    office.clock.set('2020-05-18T16:30+08:00');
    await act(office.handlerOf(WATER), 'ask-extension', asking, id);
    office.clock.set('2020-05-18T17:01+08:00');
    await expect(act(office.supervisor, 'grant-extension', {}, id)).rejects.toMatchObject(
      refused('extension-lapsed'),
    );
    const declined = await act(office.supervisor, 'decline-extension', { reason: '已过期限' }, id);
    expect(declined).toMatchObject({ askedExtension: null, dueAt, countedDueAt: dueAt });
  });

  test('asked in time it may still be granted at the very deadline', async () => {
    const { id } = await dispatched();
    await act(office.handlerOf(WATER), 'ask-extension', asking, id);
    office.clock.set('2020-05-18T17:00+08:00');
    expect((await act(office.supervisor, 'grant-extension', {}, id)).dueAt).toBe('2020-05-21T09:00:00.000Z');
  });

  test.each([
    ['behind the back of the caller', { ...asking, isTold: false }, 'caller-not-told'],
    ['for longer than the rules allow', { ...asking, days: 11 }, 'extension-too-long'],
  ])('asked %s is refused', async (_, input, code) => {
    const { id } = await dispatched();
    await expect(act(office.handlerOf(WATER), 'ask-extension', input, id)).rejects.toMatchObject(
      refused(code),
    );
  });

  test('asked a minute after the deadline is refused, at the deadline it is taken', async () => {
    const { id } = await dispatched();
    office.clock.set('2020-05-18T17:01+08:00');
    const ask = () => act(office.handlerOf(WATER), 'ask-extension', asking, id);
    await expect(ask()).rejects.toMatchObject(refused('extension-too-late'));
    office.clock.set('2020-05-18T17:00+08:00');
    expect((await ask()).askedExtension).toMatchObject({ days: 3 });
    await expect(ask()).rejects.toMatchObject(refused('extension-pending'));
  });

  test('who asked cannot grant, and a refusal leaves the deadline where it was', async () => {
    const order = await dispatched();
    const both = someone(
      '两职一人',
      ['hotline.handler', office.unit(WATER)],
      ['hotline.dispatcher', DISTRICT],
    );
    await act(both, 'ask-extension', asking, order.id);
    for (const [verb, input] of [
      ['grant-extension', {}],
      ['decline-extension', { reason: '理由不足' }],
    ] as const)
      await expect(act(both, verb, input, order.id)).rejects.toMatchObject(refused('own-application'));
    const declined = await act(office.dispatcher, 'decline-extension', { reason: '理由不足' }, order.id);
    expect(declined).toMatchObject({ askedExtension: null, extensions: null, dueAt: order.dueAt });
  });

  test('in a second round an extension leaves the deadline the year counts by alone', async () => {
    const { id, countedDueAt } = await replied();
    office.clock.set('2020-05-12T09:00+08:00');
    await act(office.callerBack, 'call-back', { result: 'dissatisfied', solved: false }, id);
    await act(office.handlerOf(WATER), 'ask-extension', { ...asking, days: 1 }, id);
    const granted = await act(office.dispatcher, 'grant-extension', {}, id);
    expect(granted.dueAt).toBe('2020-05-20T09:00:00.000Z'); // Tuesday 12 May + 5 + 1 working days
    expect(granted.countedDueAt).toBe(countedDueAt);
  });
});
