import { sql } from 'kysely';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freshDatabase, type TestDatabase } from '../testing/database.ts';
import { openKysely } from './kysely.ts';
import { databaseFault } from './sqlstate.ts';

let database: TestDatabase;
let pool: Pool;
let statementName: (typeof import('./named-client.ts'))['statementName'];
let openPool: (typeof import('./pool.ts'))['openPool'];
beforeAll(async () => {
  database = await freshDatabase([]);
  // Read anew: a process keeps so many names and no more, and other files of this one have used some.
  vi.resetModules();
  ({ statementName } = await import('./named-client.ts'));
  ({ openPool } = await import('./pool.ts'));
  pool = openPool(database, { max: 2, lockTimeout: 50 });
});
afterAll(async () => {
  await pool.end();
  await database.close();
});

const one = async (query: string, values: readonly unknown[] = []) =>
  (await pool.query<{ v: unknown }>(`select ${query} as v`, [...values])).rows[0]?.v;

test.each([
  ["timestamptz '2020-01-01 08:30:00+08'", '2020-01-01T00:30:00.000Z'],
  ["timestamptz '2020-01-01 00:00:00.5+00'", '2020-01-01T00:00:00.500Z'],
  ["timestamptz '2020-01-01 00:00:00.123456+00'", '2020-01-01T00:00:00.123Z'],
  ["timestamptz 'infinity'", 'infinity'],
  ["array[timestamptz '2020-02-29 12:00:00+00', null]", ['2020-02-29T12:00:00.000Z', null]],
  ["date '2020-02-29'", '2020-02-29'],
  ["array[date '2020-02-29']", ['2020-02-29']],
  ['9007199254740993::bigint', '9007199254740993'],
  ['array[9007199254740993::bigint]', ['9007199254740993']],
  ['1595.330::numeric', '1595.330'],
  ['array[1595.330::numeric]', ['1595.330']],
  ['7::integer', 7],
  [`'{"a":[1]}'::jsonb`, { a: [1] }],
  ["interval '1 day'", 'P1D'],
  ["'\\x0102'::bytea", Buffer.from([1, 2])],
])('%s comes out as %j', async (query, value) => {
  expect(await one(query)).toEqual(value);
});

test('an instant goes in and comes out the same', async () => {
  expect(await one('$1::timestamptz', ['2020-01-23T04:05:06.789Z'])).toBe('2020-01-23T04:05:06.789Z');
});

test('only the tenant is searched, and the zone is UTC', async () => {
  expect(await one("current_setting('search_path')")).toBe('junshan');
  expect(await one("current_setting('timezone')")).toBe('UTC');
});

test('a statement with parameters is prepared once, whoever builds its text', async () => {
  const client = await pool.connect();
  await client.query('select $1::int + 41 as v', [1]);
  await client.query('select $1::int + 41 as v', [2]);
  const prepared = await client.query(
    'select count(*)::int as n from pg_prepared_statements where statement like $1',
    ['%+ 41%'],
  );
  client.release();
  expect(prepared.rows[0]).toEqual({ n: 1 });
});

test('texts beyond the limit run unprepared', () => {
  const named = Array.from({ length: 1000 }, (_, i) => statementName(`select ${i}`)).filter(Boolean);
  expect(named.length).toBeLessThanOrEqual(400);
  expect(statementName('select 0')).toBe(named[0]);
});

test('kysely speaks camel case outside, and leaves the keys inside JSON alone', async () => {
  const kysely = openKysely<Record<string, never>>(pool);
  const result =
    await sql`select 1 as due_at, '{"first_name": {"last_name": 2}}'::jsonb as some_thing`.execute(kysely);
  expect(result.rows).toEqual([{ dueAt: 1, someThing: { first_name: { last_name: 2 } } }]);
});

test('a foreign lock is waited for no longer than the lock timeout', async () => {
  const [holder, waiter] = [await pool.connect(), await pool.connect()];
  await holder.query('begin');
  await holder.query('select pg_advisory_xact_lock(1)');
  const fault = await waiter.query('select pg_advisory_xact_lock(1)').catch(databaseFault);
  await holder.query('rollback');
  [holder, waiter].forEach((client) => client.release());
  expect(fault).toBe('lock-timeout');
});

test('a pool outlives the loss of its connections, idle and at work', async () => {
  const own = openPool(database, { max: 2 });
  const client = await own.connect();
  const idle = await own.connect();
  idle.release();
  // An autovacuum worker may be at work in the same database: it is nobody's to end.
  const others = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
  const working = client.query('select pg_sleep(10)').then(() => 'done', databaseFault);
  const killer = openPool(database, { as: 'program', max: 1 });
  await killer.query(others);
  expect(await working).toBe('outcome-unknown');
  client.release(true);
  await expect.poll(() => own.idleCount).toBe(0); // the idle one is noticed a moment later
  expect((await own.query('select 1 as v')).rows).toEqual([{ v: 1 }]);
  await Promise.all([own.end(), killer.end()]);
});

test('nobody at the port is "unavailable", not "unknown"', async () => {
  const nowhere = openPool({ ...database, programUrl: 'postgres://a:b@127.0.0.1:1/x' });
  expect(await nowhere.query('select 1').catch(databaseFault)).toBe('unavailable');
  await nowhere.end();
});

test('a connection lost is told, but not of a pool that is ending', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
  const other = openPool(database, { max: 1 });
  const client = await other.connect();
  other.emit('error', lost, client);
  expect(told.mock.calls.join('')).toContain('database.connection-lost');
  client.release();
  await other.end();
  told.mockClear();
  other.emit('error', lost, client);
  expect(told).not.toHaveBeenCalled();
  told.mockRestore();
});
