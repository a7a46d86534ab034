import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPool, withClient } from '#lib/db/index.ts';
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts';
import { ensurePartitions } from './partitions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase([{ module: 'ledger', directory: join(import.meta.dirname, 'migrations') }]);
});
afterAll(() => database.close());
const owner = (text: string) => withClient(database, { as: 'owner' }, (client) => client.query(text));

test('four partitions lie ahead of the head, and two starters make each once', async () => {
  // Migrations made 000 to 003; the head is 0, so 004 is the fourth ahead.
  const made = await Promise.all([1, 2, 3].map(() => ensurePartitions(database)));
  expect(made.flat()).toEqual(['ledger_entry_004']);
  await owner('update ledger_head set n = 12000000'); // partition 002
  expect(await ensurePartitions(database)).toEqual(['ledger_entry_005', 'ledger_entry_006']);
  expect(await ensurePartitions(database)).toEqual([]);
});

test('without a counter none are made and the start goes on, so that verify can say what is wrong', async () => {
  const [{ n }] = (await owner('delete from ledger_head returning n')).rows as [{ n: string }];
  expect(await ensurePartitions(database)).toEqual([]);
  await owner(`insert into ledger_head (id, n) values (1, ${n})`);
});

test('entries of a later partition are written and read through the ledger, not past it', async () => {
  const pool = openPool(database);
  const insert = (table: string) =>
    pool.query(`insert into ${table} values (30000000, gen_random_uuid(), now(), now(), gen_random_uuid(), '', '', '',
      gen_random_uuid(), '{}', '{}', '[]')`);
  await insert('ledger_entry');
  await expect(insert('ledger_entry_006')).rejects.toMatchObject({ code: '42501' });
  await expect(pool.query('delete from ledger_entry_006')).rejects.toMatchObject({ code: '42501' });
  await pool.end();
});
