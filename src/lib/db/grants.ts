import type { ClientBase } from 'pg';
import type { Grant } from './migration-files.ts';

/** A table, partitioned table or view of the tenant's schema. Partitions are left out: they are reached by the whole. */
export async function relations(client: ClientBase): Promise<readonly string[]> {
  const found = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm') and not relispartition
      order by relname`,
  );
  return found.rows.map((row) => row.name);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Gives the program's role its rights on tables that were just created. A partition gets none of its own, or the
 * ledger could be changed through one.
 */
export async function grantTables(
  client: ClientBase,
  role: string,
  tables: readonly string[],
  grant: Grant,
): Promise<void> {
  for (const table of tables)
    await client.query(`grant ${grant(table).join(', ')} on ${quoted(table)} to ${quoted(role)}`);
}

/** The program may look into the tenant's schema, not add to it. */
export async function grantSchema(client: ClientBase, role: string, tenant: string): Promise<void> {
  await client.query(`grant usage on schema ${quoted(tenant)} to ${quoted(role)}`);
}
