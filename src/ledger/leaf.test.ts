import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { ADMIN, urlOf } from '#lib/db/embedded/roles.ts';
import { joinServer, type EmbeddedServer } from '#lib/db/embedded/server.ts';
import { testServer } from '#lib/testing/database.ts';
import { LEAF_DIGEST, LEAF_TEXT } from './leaf.ts';
import { leafOf } from './merkle.ts';

const binaries15 = join(import.meta.dirname, '../../node_modules/postgres-15-linux-x64/native');

/** What a JSON document has that could be written in two ways: order of keys, repeats, blanks, escapes, numbers. */
const DETAILS = String.raw`{"长名":1, "b":1.50, "b":2.0, "a":[1e2,-0,true,null], "s":"引号\" 反斜\\ 行\n 符\u0001 字\u4e00 /", "o":{}}`;
const ENTRY = `(values (7::bigint, '01890000-0000-7000-8000-000000000001'::uuid,
  '2020-01-23 09:00:00.123456+08'::timestamptz, '2020-01-23 01:00:00+00'::timestamptz,
  '01890000-0000-7000-8000-000000000002'::uuid, E'张"三\\n'::text, 'work-order'::text, 'close'::text,
  '01890000-0000-7000-8000-000000000003'::uuid,
  array['01890000-0000-7000-8000-000000000003', '01890000-0000-7000-8000-000000000004']::uuid[],
  $1::jsonb, '[]'::jsonb))
  as e(seq, id, at, recorded_at, person, person_name, noun, action, subject, touched, details, changes)`;
const TEXT =
  '[7, "01890000-0000-7000-8000-000000000001", "2020-01-23T01:00:00.123456", "2020-01-23T01:00:00", ' +
  String.raw`"01890000-0000-7000-8000-000000000002", "张\"三\n", "work-order", "close", ` +
  '"01890000-0000-7000-8000-000000000003", ' +
  '["01890000-0000-7000-8000-000000000003","01890000-0000-7000-8000-000000000004"], ' +
  String.raw`{"a": [100, 0, true, null], "b": 2.0, "o": {}, "s": "引号\" 反斜\\ 行\n 符\u0001 字一 /", "长名": 1}, []]`;

async function writtenBy(server: EmbeddedServer): Promise<unknown> {
  const client = new Client({
    connectionString: urlOf(ADMIN, server.passwords.admin, server.port, 'postgres'),
    options: '-c timezone=America/New_York -c datestyle=German',
  });
  await client.connect();
  try {
    return (
      await client.query(`select ${LEAF_TEXT} as text, ${LEAF_DIGEST} as digest from ${ENTRY}`, [DETAILS])
    ).rows[0];
  } finally {
    await client.end();
  }
}

test('the text of an entry is this one, and its leaf the digest of the text, on the embedded PostgreSQL', async () => {
  expect(await writtenBy(await testServer())).toEqual({ text: TEXT, digest: leafOf(TEXT) });
});

test.runIf(existsSync(binaries15))('and the same on PostgreSQL 15', async () => {
  const home = mkdtempSync(join(tmpdir(), 'yichuang-leaf-'));
  const server = await joinServer({
    directory: join(home, 'postgres'),
    binaries: binaries15,
    settings: { fsync: 'off' },
  });
  try {
    expect(server.version).toMatch(/^15/);
    expect(await writtenBy(server)).toEqual({ text: TEXT, digest: leafOf(TEXT) });
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
});
if (!existsSync(binaries15))
  console.warn('NOT RUN: the text of an entry on PostgreSQL 15 (its binaries are not installed)');
