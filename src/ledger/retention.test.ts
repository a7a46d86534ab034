import { afterAll, beforeAll, expect, test } from 'vitest';
import { getAction } from '#lib/app.ts';
import type { Assembled } from '#lib/assemble.ts';
import { someone, testApp } from '#lib/testing/app.ts';
import { world } from '#lib/testing/world.ts';
import type { Instant } from '#lib/time.ts';
import { ledger } from './index.ts';
import { forgetOldKeys } from './retention.ts';

const wall = { now: '2020-03-01T00:00:00.000Z' };
const clerk = someone('甲', ['clerk', '430611']);
let app: Assembled;
beforeAll(async () => {
  app = await testApp([ledger, world], { now: () => wall.now as Instant });
});
afterAll(() => app.close());

const start = (key: string) =>
  app.engine.perform({
    action: getAction(app, 'world-file', 'start'),
    id: null,
    input: { region: '430611', title: '路灯' },
    by: clerk,
    now: app.now(),
    key,
    ifMatch: null,
  });

test('a repeat within two days gets the first answer, a later one is a new request', async () => {
  const first = await start('k');
  wall.now = '2020-03-03T00:00:00.000Z'; // two days to the millisecond: kept
  await forgetOldKeys(app);
  expect(await start('k')).toMatchObject({ isRepeat: true, text: first.text });
  wall.now = '2020-03-03T00:00:00.001Z';
  await forgetOldKeys(app);
  expect(await start('k')).toMatchObject({ isRepeat: false });
});

test('however many are old, all go, and the young stay', async () => {
  await app.query(
    `insert into idempotency_key (key, digest, answer, at)
     select 'old' || n, '', '', '2020-01-01T00:00:00Z'::timestamptz from generate_series(1, 12345) n`,
    [],
  );
  await forgetOldKeys(app);
  const [left] = await app.query(
    "select count(*)::int as all, count(*) filter (where key like 'old%')::int as old from idempotency_key",
    [],
  );
  expect(left).toEqual({ all: 1, old: 0 });
});
