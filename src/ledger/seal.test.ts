import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assembled } from '#lib/assemble.ts';
import { isSignedBy } from '#lib/suite.ts';
import { inTransaction } from '#lib/db/transaction.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { ledgerTables } from '#lib/testing/world.ts';
import { instant } from '#lib/time.ts';
import { GENESIS, hashOf, type Block } from './block.ts';
import { LEAF_TEXT } from './leaf.ts';
import { leafOf, rootOf } from './merkle.ts';
import { sealRound, SEALER } from './seal.ts';
import { takeTurn } from './marks.ts';
import { library } from './testing/library.ts';

const clerk = someone('甲', ['librarian']);
const now = instant('2020-01-23T09:00:00+08:00');
let app: Assembled;
beforeAll(async () => {
  app = await testApp([ledgerTables, library], { now: () => now });
});
afterAll(() => app.close());

const seal = (): Promise<Block | null> =>
  inTransaction(app.db, (query) => sealRound(query, { suite: app.suite, now }));
const buy = (title: string) => acting(app)(clerk, 'library-book.buy', { place: 'a', title });
const leavesFrom = async (first: number, last: number): Promise<Buffer> => {
  const rows = await app.query(
    `select ${LEAF_TEXT} as text from ledger_entry where seq between $1 and $2 order by seq`,
    [first, last],
  );
  return Buffer.concat(rows.map((row) => leafOf(row['text'] as string)));
};

test('an empty ledger has nothing to seal', async () => {
  expect(await seal()).toBeNull();
});

test('blocks are chained, signed, and their roots are those of the entries', async () => {
  for (const title of ['论语', '孟子', '大学']) await buy(title);
  const first = (await seal())!;
  await buy('中庸');
  const second = (await seal())!;
  expect([first.height, first.firstSeq, first.lastSeq, first.previous]).toEqual([1, 1, 3, GENESIS]);
  expect([second.height, second.firstSeq, second.lastSeq, second.previous]).toEqual([2, 4, 4, first.hash]);
  expect(first.root).toBe(rootOf(await leavesFrom(1, 3)));
  expect(second.hash).toBe(hashOf(second));
  expect(isSignedBy(app.suite.publicKey(), second.hash, second.signature)).toBe(true);
  expect(await seal()).toBeNull();
});

test('while one process seals, another leaves it alone', async () => {
  await buy('诗经');
  await inTransaction(app.db, async (query) => {
    expect(await takeTurn(query, SEALER)).toBe(true);
    expect(await seal()).toBeNull();
  });
  expect(await seal()).toMatchObject({ firstSeq: 5, lastSeq: 5 });
});

test('the text of an entry does not depend on the session that reads it', async () => {
  const read = (setting: string) =>
    inTransaction(app.db, async (query) => {
      await query(`set local ${setting}`, []);
      return (await query(`select ${LEAF_TEXT} as text from ledger_entry where seq = 1`, []))[0]!['text'];
    });
  const usual = await read('timezone = UTC');
  expect(await read('timezone = "America/New_York"')).toBe(usual);
  expect(await read("datestyle = 'German'")).toBe(usual);
  expect(usual).toContain('"2020-01-23T01:00:00"');
});

test('nothing is sealed over a hole', async () => {
  await app.query('update ledger_head set n = n + 1', []);
  await expect(seal()).rejects.toMatchObject({ seq: 6 });
});
