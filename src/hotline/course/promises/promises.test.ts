import { afterAll, beforeAll, expect, test } from 'vitest';
import { hotlineOffice, lampOrder, type HotlineOffice } from '../../testing/office.ts';
import { breakRound } from './break.ts';

const WATER = '区水利局';
let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice();
});
afterAll(() => office.close());

const promised = async (on: string): Promise<string> => {
  office.clock.set('2020-05-11T09:00+08:00');
  const { id } = (await office.act(office.agent, 'work-order.register', lampOrder())).row;
  await office.act(office.dispatcher, 'work-order.dispatch', { handler: office.unit(WATER) }, id);
  const contacted = { at: '2020-05-11T01:00:00.000Z', how: '电话', withCaller: true };
  const said = { text: '本周换灯。', contacted, promises: [{ text: '更换路灯', on }] };
  await office.act(office.handlerOf(WATER), 'work-order.reply', said, id);
  const [row] = await office.app.query('select id from promise where order_id = $1', [id]);
  return row!['id'] as string;
};
const done = (id: string) =>
  office.act(office.handlerOf(WATER), 'promise.fulfil', { evidence: '已更换，附照片' }, id);
const rowOf = async (id: string) => (await office.app.query('select * from promise where id = $1', [id]))[0]!;

test('kept on the promised day until midnight, broken by the clock at that midnight, made good later', async () => {
  const [kept, broken] = [await promised('2020-05-15'), await promised('2020-05-15')];
  office.clock.set('2020-05-15T23:59+08:00');
  await breakRound(office.app);
  expect((await done(kept)).row).toMatchObject({ state: 'kept' });
  office.clock.set('2020-05-18T09:00+08:00');
  await breakRound(office.app);
  expect(await rowOf(broken)).toMatchObject({ state: 'broken', broken_at: '2020-05-15T16:00:00.000Z' });
  const [entry] = await office.app.query(
    "select at, person_name from ledger_entry where subject = $1 and action = 'break'",
    [broken],
  );
  expect(entry).toEqual({ at: '2020-05-15T16:00:00.000Z', person_name: '系统' });
  expect((await done(broken)).row).toMatchObject({ state: 'made-good' });
});

test('what is done after the day is made good, even before the clock has looked', async () => {
  const id = await promised('2020-05-15');
  office.clock.set('2020-05-16T00:00+08:00');
  expect((await done(id)).row).toMatchObject({ state: 'made-good' });
});

test('it can be put off before the day, to a later one, and that is counted', async () => {
  const id = await promised('2020-05-15');
  const put = (on: string) =>
    office.act(office.handlerOf(WATER), 'promise.postpone', { on, reason: '配件未到' }, id);
  await expect(put('2020-05-15')).rejects.toMatchObject({ code: 'hotline.postpone-later' });
  expect((await put('2020-05-20')).row).toMatchObject({
    firstOn: '2020-05-15',
    promisedOn: '2020-05-20',
    postponements: 1,
  });
  office.clock.set('2020-05-21T09:00+08:00');
  await expect(put('2020-05-30')).rejects.toMatchObject({ code: 'hotline.promise-overdue' });
});

test('a day that has gone by cannot be promised, and another unit cannot fulfil', async () => {
  await expect(promised('2020-05-10')).rejects.toMatchObject({ code: 'hotline.promise-in-past' });
  const id = await promised('2020-05-11');
  await expect(
    office.act(office.handlerOf('区教育局'), 'promise.fulfil', { evidence: '已更换' }, id),
  ).rejects.toMatchObject({ code: 'lib.not-found' });
});
