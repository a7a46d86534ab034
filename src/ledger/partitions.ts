import type { ClientBase } from 'pg';
import { type Addressed, withClient } from '#lib/db/index.ts';

/** Entries in a partition: about 5 GB, a size that is still copied, checked and moved in minutes. */
const SIZE = 5_000_000;
const AHEAD = 4;
const MAKING = 0x5950; // 'YP'

const nameOf = (index: number): string => `ledger_entry_${String(index).padStart(3, '0')}`;

async function makeAhead(client: ClientBase, ahead: number): Promise<readonly string[]> {
  await client.query('select pg_advisory_xact_lock($1, hashtext(current_schema()))', [MAKING]);
  const head = await client.query<{ n: string }>('select n from ledger_head');
  const [counter] = head.rows;
  if (!counter) return []; // Nothing can be written without it, and verify must still be able to say so.
  const found = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'ledger_entry'::regclass`,
  );
  const present = new Set(found.rows.map((row) => row.name));
  const last = Math.floor(Number(counter.n) / SIZE) + ahead;
  const missing = Array.from({ length: last + 1 }, (_, index) => index).filter(
    (index) => !present.has(nameOf(index)),
  );
  for (const index of missing)
    // The names and bounds are ours, not input: a partition's bounds cannot be parameters.
    await client.query(
      `create table ${nameOf(index)} partition of ledger_entry for values from (${index * SIZE}) to (${(index + 1) * SIZE})`,
    );
  return missing.map(nameOf);
}

/**
 * Makes partitions, as the owner, until so many lie ahead of the head; returns those it made. Called at every start: the
 * program itself may not make tables. A partition gets no grants of its own, so it cannot be written past the ledger's.
 */
export const ensurePartitions = (database: Addressed, ahead = AHEAD): Promise<readonly string[]> =>
  withClient(database, { as: 'owner', purpose: 'partitions' }, async (client) => {
    await client.query('begin');
    const made = await makeAhead(client, ahead);
    await client.query('commit');
    return made;
  });
