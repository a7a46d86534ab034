import { afterAll, beforeAll, expect, test } from 'vitest';
import { DISTRICT, serviceHall, type Hall } from '../testing/hall.ts';
import { importReceipts } from './import-receipts.ts';

let hall: Hall;
let number: string;
beforeAll(async () => {
  hall = await serviceHall();
  const { row } = await hall.act(hall.clerk, 'handover.send', {
    place: DISTRICT,
    to: { code: '430600', name: '岳阳市' },
    itemName: '企业登记档案查询',
    authority: 'city',
    applicant: { name: '甲某' },
    papers: [{ name: '申请书', copies: 1, isOriginal: true }],
  });
  number = row.number;
  hall.set('2020-05-20T09:00+08:00');
});
afterAll(() => hall.close());

const read = (...lines: readonly string[]) => {
  const text = ['交接编号,回执种类,回执编号,回执时间,说明,结果,结果文书号', ...lines].join('\n');
  return importReceipts(hall.app, { name: '回执.csv', bytes: new TextEncoder().encode(text) });
};

test('several receipts of one envelope land in the order of their times; told again they change nothing', async () => {
  const lines = [
    `${number},出具结果,S3,2020-05-15 10:00,,准予,岳查1号`,
    `${number},签收,S1,2020-05-12 10:00,,,`,
    `${number},受理,S2,2020-05-12 11:00,,,`,
  ];
  expect(await read(...lines)).toEqual({ imported: 0, changed: 3, unchanged: 0, broken: [] });
  const [row] = await hall.app.query('select state, outcome, receipt_number from handover', []);
  expect(row).toEqual({ state: 'returned', outcome: 'granted', receipt_number: 'S1' });
  expect(await read(...lines)).toMatchObject({ changed: 0, unchanged: 3, broken: [] });
});

test('what cannot be is listed row by row', async () => {
  const { broken } = await read(
    'JJ0,签收,,2020-05-12,,,',
    `${number},收到,,昨天,,,`,
    `${number},不予受理,S9,2020-05-16 10:00,材料不符,,`,
  );
  expect(broken.map(({ row, field, why }) => `${row} ${field}：${why}`)).toEqual([
    '2 交接编号：没有这个交接编号，或不是本地寄出的',
    '3 回执种类：应为签收、受理、不予受理、出具结果',
    '3 回执时间：不是时间',
    '4 ：该交接件结果已回，不能再登记不予受理回执',
  ]);
});
