import type { ClientBase } from 'pg';
import { quoted } from '../grants.ts';
import type { TableEntry } from './manifest.ts';

export type Table = Pick<TableEntry, 'name' | 'columns' | 'partitions'>;

/** Tables of the tenant with the columns that hold something (a generated one is computed again). */
const TABLES = `
  select c.relname as name,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select json_agg(json_build_object('name', p.relname, 'bounds', pg_get_expr(p.relpartbound, p.oid))
        order by p.relname)
      from pg_inherits i join pg_class p on p.oid = i.inhrelid and p.relispartition
      where i.inhparent = c.oid), '[]') as partitions
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

/** What a backup could not carry; both are against the rules of our schemas, so finding one is a bug. */
const FOREIGN = `
  select c.relname || case c.relkind when 'S' then ' (sequence)' else ' (partitioned partition)' end as what
  from pg_class c
  where c.relnamespace = current_schema()::regnamespace
    and (c.relkind = 'S' or (c.relkind = 'p' and c.relispartition))`;

/** The tenant's tables as the snapshot shows them. A partitioned one is one table, with its partitions named. */
export async function tablesOf(client: ClientBase): Promise<readonly Table[]> {
  const foreign = await client.query<{ what: string }>(FOREIGN);
  if (foreign.rows[0])
    throw new Error(`cannot be backed up: ${foreign.rows.map((row) => row.what).join(', ')}`);
  return (await client.query<Table>(TABLES)).rows;
}

const columnList = (table: Table) => table.columns.map(quoted).join(', ');

/** A query, because PostgreSQL before 18 does not copy a partitioned table by its name. */
export const copyOut = (table: Table): string =>
  `copy (select ${columnList(table)} from ${quoted(table.name)}) to stdout`;

export const copyIn = (table: Table): string =>
  `copy ${quoted(table.name)} (${columnList(table)}) from stdin`;

/** Partitions that the running program made, beyond those of the migrations. */
export async function addPartitions(client: ClientBase, table: Table): Promise<void> {
  for (const { name, bounds } of table.partitions)
    await client.query(
      `create table if not exists ${quoted(name)} partition of ${quoted(table.name)} ${bounds}`,
    );
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/**
 * Takes all foreign keys away and returns how to put them back: so tables can be filled in any order, also those that
 * refer to each other, and every reference is checked once, at the end.
 */
export async function dropForeignKeys(client: ClientBase): Promise<() => Promise<void>> {
  const keys = await client.query<ForeignKey>(
    `select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class r on r.oid = c.conrelid
     where c.connamespace = current_schema()::regnamespace and c.contype = 'f' and c.conparentid = 0`,
  );
  for (const { table, name } of keys.rows)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  };
}
