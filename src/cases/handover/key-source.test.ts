import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '#lib/db/index.ts';
import { someone } from '#lib/testing/app.ts';
import { DISTRICT, serviceHall, waterPermit, type Hall } from '../testing/hall.ts';
import type { Handover } from './handover.ts';
import { keySourceRound } from './key-source.ts';

const WUCHANG = { code: '420106', name: '湖北省武汉市武昌区' };
const liaison = someone('联络员', ['cases.liaison', DISTRICT]);
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  await hall.offer('QS-01', waterPermit);
});
afterAll(() => hall.close());

const arrive = async (sourceNumber: string, from = WUCHANG) =>
  (
    await hall.act(liaison, 'handover.arrive', {
      place: DISTRICT,
      from,
      sourceNumber,
      sentAt: '2020-05-11T00:30:00.000Z',
      itemCode: 'QS-01',
      applicant: { name: '甲某', phone: '13800001234' },
      papers: [{ name: '申请书', copies: 1, isOriginal: true }],
    })
  ).row as unknown as Handover;

describe('one number of one place is one envelope, however it is typed', () => {
  const CHANGSHA = { code: '430102', name: '湖南省长沙市芙蓉区' };

  test('the second is refused with the number that the first has here; another place may use it', async () => {
    const first = await arrive('Wc-2020-71a');
    const known = { code: 'cases.handover-known', facts: { number: first.number } };
    for (const alike of [' wc-2020-71A ', 'ＷＣ－２０２０－７１ａ', 'WC-2020-71A'])
      await expect(arrive(alike)).rejects.toMatchObject(known);
    await expect(arrive('WC-2020-71B')).resolves.toMatchObject({ state: 'received' });
    await expect(arrive('WC-2020-71A', CHANGSHA)).resolves.toMatchObject({ state: 'received' });
  });

  test('two at one moment: one stands', async () => {
    const both = await Promise.allSettled([arrive('wc-2020-72'), arrive('WC-2020-72')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('what was registered before is found too, the first of what was registered twice', async () => {
    const [first, second] = [await arrive('old-1'), await arrive('old-2')];
    // As the rows of an older installation stand.
    await withClient(hall.app.database, { as: 'owner' }, async (client) => {
      await client.query("update handover set source_key = null where source_number like 'old-_'");
      await client.query("update handover set source_number = 'OLD-1' where source_number = 'old-2'");
    });
    await keySourceRound(hall.app);
    await keySourceRound(hall.app);
    const keys = await hall.app.query('select id, source_key from handover where id = any($1::uuid[])', [
      [first.id, second.id],
    ]);
    expect(new Map(keys.map((row) => [row['id'], row['source_key']]))).toEqual(
      new Map([
        [first.id, 'OLD-1'],
        [second.id, null],
      ]),
    );
    await expect(arrive('Old-1')).rejects.toMatchObject({
      code: 'cases.handover-known',
      facts: { number: first.number },
    });
  });
});
