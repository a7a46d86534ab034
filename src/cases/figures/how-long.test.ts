/* The same thing at several bodies: one line, with each of them in it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { someone } from '#lib/testing/app.ts';
import { howLongSoFar } from '../index.ts';
import { application, serviceHall, waterPermit, WATER, type Hall } from '../testing/hall.ts';

const FIELDS = '区农业农村局';
let hall: Hall;
beforeAll(async () => {
  hall = await serviceHall();
  const items = [
    ['QS-01', { ...waterPermit, promisedLimit: { days: 10, unit: 'working' } }],
    ['QS-02', { ...waterPermit, body: FIELDS, promisedLimit: { days: 8, unit: 'working' } }],
    // The same code at another level is another thing.
    [
      'QS-03',
      {
        ...waterPermit,
        level: '5',
        name: '取水许可（乡级）',
        implementingCode: '11000000000000000U5430119001000',
      },
    ],
  ] as const;
  for (const [code, elements] of items) await hall.offer(code, elements as typeof waterPermit);
  const heads = [WATER, FIELDS].map((name) => someone(name, ['cases.decider', hall.unit(name)]));
  const began: (readonly [string, string])[] = [];
  for (const code of ['QS-01', 'QS-02', 'QS-02', 'QS-03']) {
    const { row } = await hall.act(hall.clerk, 'case-file.apply', application(code));
    await hall.act(hall.clerk, 'case-file.accept', {}, row.id);
    began.push([code, row.id]);
  }
  // Accepted on Monday 11 May: two, four, six and six working days.
  for (const [n, at] of ['2020-05-13', '2020-05-15', '2020-05-19', '2020-05-19'].entries()) {
    hall.set(`${at}T09:00+08:00`);
    await hall.act(heads[began[n]![0] === 'QS-02' ? 1 : 0]!, 'case-file.grant', {}, began[n]![1]);
  }
});
afterAll(() => hall.close());

test('what several bodies of one level have is one line with each of them in it, as plain SQL counts it', async () => {
  const [year] = await howLongSoFar(hall.app);
  const lines = year!.lines.map(({ items, ...line }) => [
    line,
    items.map(({ body, decided }) => [body, decided]),
  ]);
  expect(lines).toEqual([
    // 2, 4 and 6 days: 12 ÷ 3; nine of ten were not longer than the longest.
    [
      { itemName: '取水许可', level: '4', decided: 3, average: '4.0', ninety: 6 },
      [
        [FIELDS, 2],
        [WATER, 1],
      ],
    ],
    [{ itemName: '取水许可（乡级）', level: '5', decided: 1, average: '6.0', ninety: 6 }, [[WATER, 1]]],
  ]);
  const [row] = await hall.app.query(
    `select count(*)::int as decided, round(avg(working_days_used), 1)::text as average from case_file
      where item_code in ('QS-01', 'QS-02') and decided_at is not null`,
    [],
  );
  expect(row).toMatchObject({ decided: 3, average: '4.0' });
});
