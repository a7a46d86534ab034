import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assembled } from '#lib/assemble.ts';
import { testApp } from '#lib/testing/app.ts';
import { findAnchor } from './anchor.ts';
import { foldAll, ledger, sealAll, verifyApp } from './index.ts';
import { library } from './testing/library.ts';

let app: Assembled;
beforeAll(async () => {
  app = await testApp([ledger, library]);
  await app.query(
    `insert into ledger_entry select n, md5('e' || n)::uuid, $1::timestamptz, $1::timestamptz, md5('p')::uuid, '甲', 'old-noun',
       'open', md5('s' || n)::uuid, '{}', '{}', jsonb_build_array(jsonb_build_object('noun', 'old-noun', 'id', md5('s' || n)))
     from generate_series(1, 45000) n`,
    ['2020-01-01T00:00:00Z'],
  );
  await app.query('update ledger_head set n = 45000', []);
});
afterAll(() => app.close());

test('a backlog is sealed in several rounds, the last block remembered, and all of it verifies', async () => {
  await sealAll(app);
  const blocks = await app.query('select first_seq, last_seq from ledger_block order by height', []);
  expect(blocks).toEqual([
    { first_seq: '1', last_seq: '20000' },
    { first_seq: '20001', last_seq: '40000' },
    { first_seq: '40001', last_seq: '45000' },
  ]);
  expect(findAnchor(app.config)).toMatchObject({ height: 3, lastSeq: 45000 });
  expect(await verifyApp(app)).toMatchObject({ ok: true, entries: 45000, blocks: 3, unsealed: 0 });
});

test('a backlog is folded in several rounds up to the head', async () => {
  await foldAll(app);
  expect(await app.query("select distinct seq from ledger_mark where reader like 'rollup:%'", [])).toEqual([
    { seq: '45000' },
  ]);
});
