import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldAll, measuresOfYear } from '#ledger/index.ts';
import { sharedFile } from '#lib/testing/shared.ts';
import { hotlineOffice, type HotlineOffice } from '../testing/office.ts';
import { importOrders } from './import-file.ts';

interface Expected {
  readonly file: string;
  readonly rows: number;
  readonly year: number;
}
const FILES: readonly Expected[] = [
  { file: 'data/mailbox/replies.jsonl.gz', rows: 2816, year: 2019 },
  { file: 'data/mailbox/hot-topics.jsonl.gz', rows: 4326, year: 2019 },
  { file: 'data/message-board/message-board.jsonl', rows: 1050, year: 2022 },
  { file: 'data/pingshan-events/events-train.jsonl.gz', rows: 7000, year: 2018 },
];

describe.each(FILES)('$file', ({ file, rows, year }) => {
  const path = sharedFile(file);
  let office: HotlineOffice;
  beforeAll(async () => {
    office = await hotlineOffice('2026-01-05T09:00+08:00');
  });
  afterAll(() => office.close());

  test.runIf(path !== undefined)(
    'lands whole with its own times, changes nothing the second time, and is counted as plain SQL counts it',
    async () => {
      const source = { name: file, bytes: readFileSync(path!) };
      expect(await importOrders(office.app, source)).toEqual({
        imported: rows,
        changed: 0,
        unchanged: 0,
        broken: [],
      });
      expect(await importOrders(office.app, source)).toEqual({
        imported: 0,
        changed: 0,
        unchanged: rows,
        broken: [],
      });
      await foldAll(office.app);
      const figures = new Map(
        (await measuresOfYear(office.app, { year })).map((each) => [each.name, each.value]),
      );
      const [plain] = await office.app.query(
        `select count(*) filter (where channel = 'mailbox')::text as letters,
                count(*) filter (where channel <> 'mailbox')::text as orders, count(*)::text as recorded
           from work_order where registered_at >= $1::timestamp at time zone 'Asia/Shanghai'
                             and registered_at < $2::timestamp at time zone 'Asia/Shanghai'`,
        [`${year}-01-01`, `${year + 1}-01-01`],
      );
      const names = ['letters-received', 'orders-received', 'recorded'];
      expect(names.map((name) => figures.get(`hotline.${name}`))).toEqual([
        plain!['letters'],
        plain!['orders'],
        plain!['recorded'],
      ]);
      // Nothing here states a limit: none of it may enter the rates of what was due.
      expect([figures.get('hotline.due'), figures.get('hotline.on-time-rate')]).toEqual(['0', null]);
    },
    60_000,
  );
});
