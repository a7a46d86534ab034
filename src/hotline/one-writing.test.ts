import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyApp } from '#ledger/index.ts';
import { validated } from '#lib/http/validate.ts';
import { writtenAt } from '#lib/testing/writings.ts';
import { instant } from '#lib/time.ts';
import type { WorkOrder } from './order/work-order.ts';
import { hotlineOffice, lampOrder, type HotlineOffice } from './testing/office.ts';

const WATER = '区水利局';
const BEIJING = 480;
const NEW_YORK = -300;
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());
// Whatever was done above, in whatever writing: the rows are what their entries say.
const holds = async () => expect(await verifyApp(office.app)).toMatchObject({ ok: true, firstBad: null });

const { channel: _channel, ...LAMP } = lampOrder();
let count = 0;
const received = async (cityDueAt: string): Promise<WorkOrder> => {
  count += 1;
  office.clock.set('2020-05-11T09:00+08:00');
  const wish = { ...LAMP, cityNumber: `SZ-W${count}`, cityDueAt };
  return (await office.act(office.gateway, 'work-order.receive', wish)).row as WorkOrder;
};

describe('the limit of the city, in any writing', () => {
  const LATER = instant('2020-05-11T03:00:00Z'); // two hours from nine o'clock
  const PAST = instant('2020-05-10T23:00:00Z'); // two hours before
  test.each([
    '2020-05-11T03:00:00Z',
    '2020-05-11T03:00:00.000Z',
    writtenAt(LATER, BEIJING),
    writtenAt(LATER, NEW_YORK), // 22:00 of the day before
  ])('is kept as one instant: %s', async (cityDueAt) => {
    const order = await received(cityDueAt);
    expect(order.cityDueAt).toBe('2020-05-11T03:00:00.000Z');
    await holds();
  });

  test.each(['2020-05-10T23:00:00Z', writtenAt(PAST, BEIJING), writtenAt(PAST, NEW_YORK)])(
    'is refused when it has passed: %s',
    async (cityDueAt) => {
      await expect(received(cityDueAt)).rejects.toMatchObject({
        code: 'hotline.city-due-past',
        fields: [{ path: 'cityDueAt' }],
      });
    },
  );
});

describe('a recorded order is on time by the clock and not by the writing', () => {
  const told = async (sourceId: string, times: Readonly<Record<string, string>>) => {
    office.clock.set('2021-12-01T09:00+08:00');
    const { row } = await office.act(office.supervisor, 'work-order.record', {
      sourceSystem: '旧台账',
      sourceId,
      state: 'closed',
      title: '路灯不亮',
      ...times,
    });
    return row as WorkOrder;
  };

  test('answered at eight in Beijing, which is midnight UTC, an hour before its limit', async () => {
    const order = await told('R1', {
      registeredAt: '2021-05-10T09:00:00+08:00',
      dueAt: '2021-05-15T01:00:00Z',
      repliedAt: '2021-05-15T08:00:00+08:00',
      closedAt: '2021-05-15T08:00:00+08:00',
    });
    expect(order).toMatchObject({
      isOnTime: true,
      repliedAt: '2021-05-15T00:00:00.000Z',
      countedDueAt: '2021-05-15T01:00:00.000Z',
    });
  });

  test('answered at two UTC, an hour after nine in Beijing', async () => {
    const order = await told('R2', {
      registeredAt: '2021-05-10T01:00:00Z',
      dueAt: '2021-05-15T09:00:00+08:00',
      repliedAt: '2021-05-15T02:00:00Z',
      closedAt: '2021-05-15T02:00:00Z',
    });
    expect(order.isOnTime).toBe(false);
    // And plain SQL says so too, for both.
    const rows = await office.app.query(
      "select is_on_time = (replied_at <= due_at) as agrees from work_order where source_system = '旧台账'",
      [],
    );
    expect(rows).toEqual([{ agrees: true }, { agrees: true }]);
    await holds();
  });

  test('registered at nine in Beijing and answered at half past one UTC is no answer before its time', async () => {
    const order = await told('R3', {
      registeredAt: '2021-05-10T09:00:00+08:00',
      repliedAt: '2021-05-10T01:30:00Z',
    });
    expect(order.repliedAt).toBe('2021-05-10T01:30:00.000Z');
  });
});

test('a contact told in Beijing time before the answer raises no doubt of having come after it', async () => {
  const { id } = await received('2020-05-20T09:00:00Z');
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER) }, id);
  office.clock.set('2020-05-11T10:30+08:00');
  const contacted = { at: '2020-05-11T10:00:00+08:00', how: '电话', withCaller: true };
  const said = { text: '已修好。', contacted };
  const { row } = await office.act(office.handlerOf(WATER), 'work-order.reply', said, id);
  expect((row as WorkOrder).contacts).toMatchObject([{ at: '2020-05-11T02:00:00.000Z' }]);
  await holds();
});

test.each([
  ['0001-01-01', '2020-12-31', 'from'],
  ['2020-01-01', '9999-12-31', 'to'],
])('a draw from %s to %s is refused at its field', async (from, to, path) => {
  const refused = { code: 'lib.shape', fields: [{ path, message: '应在 1900 年至 2200 年之间' }] };
  const draw = office.app.actions.find(
    ({ noun, name }) => noun.name === 'call-back-draw' && name === 'draw',
  )!;
  expect(() => validated(draw.input, { from, to })).toThrow(expect.objectContaining(refused));
  await expect(office.act(office.supervisor, 'call-back-draw.draw', { from, to })).rejects.toMatchObject(
    refused,
  );
});
