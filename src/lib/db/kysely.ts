import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

/**
 * Typed SQL over a pool: `due_at` in the database is `dueAt` in the code; keys inside JSON columns are left alone.
 * `kysely.destroy()` would end the pool too: end the pool only.
 */
export function openKysely<Schema>(pool: Pool): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
