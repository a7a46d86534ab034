import { storedColumns, type Stored } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { App } from '#lib/app.ts';
import { withClient } from '#lib/db/index.ts';
import { ROW_ID } from './samples.ts';

const VALUES: Readonly<Record<Stored['type'], string>> = {
  uuid: ROW_ID,
  text: '430611',
  integer: '1',
  bigint: '1',
  boolean: 'false',
  timestamptz: '2026-11-01T00:00:00Z',
  date: '2026-11-01',
  jsonb: '[]',
};

function valueOf(noun: Noun, column: Stored): string {
  if (column.name === 'state') return Object.keys(noun.states)[0]!;
  return noun.columns[column.name]?.keeping === 'personal'
    ? '{"mask":"*","hash":"h","key":"","sealed":""}'
    : VALUES[column.type];
}

/**
 * One row of every noun under one id, so that a probe meets the permission and not a missing row. Written past the
 * engine, by the owner, after taking the tables' constraints away: for a database that is thrown away after.
 */
export async function oneRowEach(app: App): Promise<void> {
  await withClient(app.database, { as: 'owner' }, async (client) => {
    const constraints = await client.query<{ name: string; on: string }>(
      `select conname as name, conrelid::regclass::text as on from pg_constraint
        where connamespace = current_schema()::regnamespace and contype in ('f', 'c')`,
    );
    for (const { name, on } of constraints.rows)
      await client.query(`alter table ${on} drop constraint "${name}"`);
    for (const noun of app.nouns) {
      const columns = storedColumns(noun);
      const names = columns.map((column) => column.sql).join(', ');
      const places = columns.map((_, index) => `$${index + 1}`).join(', ');
      await client.query(
        `insert into ${noun.table} (${names}) values (${places})`,
        columns.map((column) => valueOf(noun, column)),
      );
    }
  });
  await app.held.refresh(['region', 'organisation']);
}
