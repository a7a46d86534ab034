import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { importOrders } from './import-file.ts';

let office: HotlineOffice;
beforeAll(async () => {
  office = await hotlineOffice('2020-06-01T09:00+08:00');
});
afterAll(() => office.close());

const read = (text: string, { name = '工单.csv' }: { readonly name?: string } = {}) =>
  importOrders(office.app, { name, bytes: new TextEncoder().encode(text) });
const orderOf = async (id: string) =>
  (await office.app.query('select * from work_order where source_id = $1', [id]))[0];

describe('a day without a clock time', () => {
  const DAYS = '工单号,诉求标题,受理时间,转办时间,截止时间,回复时间,完成时间,回访时间,市级期限,状态';
  const day = (line: string) => read([DAYS, line].join('\n'));
  const timesOf = async (id: string) => {
    const row = (await orderOf(id))!;
    return [row['replied_at'], row['closed_at'], row['due_at'], row['counted_due_at'], row['is_on_time']];
  };

  test('as a limit is its end: answered on the last day is on time, the day after is late', async () => {
    await day('D1,限日,2020-05-05 10:00,,2020-05-06,2020-05-06 09:00,2020-05-06 17:30,,,已办结');
    const end = '2020-05-06T15:59:59.999Z'; // the last moment of the 6th in Shanghai
    expect(await timesOf('D1')).toEqual([
      '2020-05-06T01:00:00.000Z',
      '2020-05-06T09:30:00.000Z',
      end,
      end,
      true,
    ]);
    await day('D2,限日,2020-05-05 10:00,,2020/5/6,2020-05-07 00:00,2020-05-07 9:00,,,已办结');
    expect((await timesOf('D2')).at(-1)).toBe(false);
    await day('D3,限日,2020年5月5日,,2020年5月6日,2020年5月6日,2020年5月6日,,,已办结');
    expect((await timesOf('D3')).at(-1)).toBe(true);
  });

  test('counts a limit of 31 December in its own year', async () => {
    await day('D4,限日,2019-12-30 10:00,,2019-12-31,2019-12-31 16:00,2019-12-31 16:00,,,已办结');
    const [row] = await office.app.query(
      "select counted_due_at < '2019-12-31T16:00Z' as \"isIn2019\", is_due_later_year from work_order where source_id = 'D4'",
      [],
    );
    expect(row).toEqual({ isIn2019: true, is_due_later_year: null });
  });

  test('as something that happened is not before what came first that day', async () => {
    const done = await day(
      'D5,当日办结,2020-05-05 15:00,2020-05-05,2020-05-08 17:00,,2020-05-05,2020-05-05,,已办结',
    );
    expect(done).toMatchObject({ imported: 1, broken: [] });
    const row = (await orderOf('D5'))!;
    const registered = '2020-05-05T07:00:00.000Z';
    expect([row['dispatched_at'], row['closed_at'], row['called_back_at']]).toEqual([
      registered,
      registered,
      registered,
    ]);
    expect(row['is_on_time']).toBe(true);
    expect(await day('D6,倒着,2020-05-05 15:00,,,,2020-05-04,,,已办结')).toMatchObject({
      broken: [{ field: '完成时间', why: '早于登记时间' }],
    });
  });

  test('concludes nothing where the hour decides: answered on the day the limit runs out at five', async () => {
    await day('D7,不知几时,2020-05-05 10:00,,2020-05-08 17:00,2020-05-08,2020-05-08,,,已办结');
    expect((await timesOf('D7')).slice(3)).toEqual([null, null]);
    await day('D8,前一天,2020-05-05 10:00,,2020-05-08 17:00,2020-05-07,2020-05-08,,,已办结');
    expect((await timesOf('D8')).at(-1)).toBe(true);
  });

  test('read again it is the same', async () => {
    const line = 'D9,当日办结,2020-05-05 15:00,,2020-05-06,,2020-05-05,,,已办结';
    expect(await day(line)).toMatchObject({ imported: 1 });
    expect(await day(line)).toMatchObject({ imported: 0, unchanged: 1, changed: 0 });
  });

  test('a limit, ours or the city’s, that ends before the registration is a broken row', async () => {
    expect(await day('L1,早,2020-05-05 10:00,,,,,,2020-04-14 17:00,待派单')).toMatchObject({
      imported: 0,
      broken: [{ row: 2, field: '市级期限', why: '早于登记时间' }],
    });
    expect(await day('L2,早,2020-05-05 10:00,,2020-05-04,,,,,待派单')).toMatchObject({
      broken: [{ row: 2, field: '截止时间', why: '早于登记时间' }],
    });
    expect(await day('L3,当日,2020-05-05 10:00,,2020-05-05,,,,2020-05-05,待派单')).toMatchObject({
      imported: 1,
    });
  });
});

describe('fields that a row lacks', () => {
  test('are named as the other rows of the file name them', async () => {
    const rows = [{ 编号: 'M1', 标题: '漏水', 受理时间: '2020-05-01 09:00' }, { 编号: 'M2' }];
    expect((await read(JSON.stringify(rows), { name: '工单.json' })).broken).toEqual([
      { row: 2, field: '受理时间', why: expect.any(String) as string },
      { row: 2, field: '标题', why: expect.any(String) as string },
    ]);
  });

  test('and in our own words where no row has them', async () => {
    const rows = [
      { id: '', title: '无编号', kind: '求助', divisionCode: '430611', addressee: '区长', state: '待回复' },
    ];
    const { broken } = await read(JSON.stringify(rows), { name: '留言.json' });
    expect(broken.map(({ field }) => field)).toEqual(expect.arrayContaining(['id', 'time']));
  });
});
