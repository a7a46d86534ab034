import type { Query } from '#lib/action/engine/load.ts';
import { refuse } from '#lib/refusal.ts';
import './refusals.ts';

/** Entries a reader takes in one round: a backlog is worked off in several, each a transaction of its own. */
export const AT_MOST = 20_000;
const READING = 0x5952; // 'YR'

/**
 * Takes the reader's lock until the transaction ends; false when another process has it. The tenant is part of the
 * lock, because several may share a database. It ends with the transaction, so a dead connection cannot keep it.
 */
export async function takeTurn(query: Query, reader: string): Promise<boolean> {
  const [row] = await query(
    "select pg_try_advisory_xact_lock($1, hashtext(current_schema() || '/' || $2)) as taken",
    [READING, reader],
  );
  return row!['taken'] === true;
}

/** The same for several at once: those that were free. */
export async function takeTurns(query: Query, readers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await query(
    `select r as reader from unnest($2::text[]) r
      where pg_try_advisory_xact_lock($1, hashtext(current_schema() || '/' || r))`,
    [READING, readers],
  );
  return new Set(rows.map((row) => row['reader'] as string));
}

/** The number of the last entry, nothing when the counter is gone: only tampering takes it away. */
export async function findHead(query: Query): Promise<number | undefined> {
  const [row] = await query('select n from ledger_head', []);
  return row && Number(row['n']);
}

/** The number of the last entry. Whoever sees n sees every entry up to n. Refuses when the counter is gone. */
export const headOf = async (query: Query): Promise<number> =>
  (await findHead(query)) ?? refuse('ledger.no-counter');

/** How far these readers have come; a reader without a mark has not begun. */
export async function marksOf(
  query: Query,
  readers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await query('select reader, seq from ledger_mark where reader = any($1::text[])', [readers]);
  return new Map(rows.map((row) => [row['reader'] as string, Number(row['seq'])]));
}

export async function moveMarks(
  query: Query,
  readers: readonly string[],
  to: { readonly seq: number; readonly at: string },
): Promise<void> {
  await query(
    `insert into ledger_mark (reader, seq, at) select r, $2::bigint, $3::timestamptz from unnest($1::text[]) r
     on conflict (reader) do update set seq = excluded.seq, at = excluded.at`,
    [readers, to.seq, to.at],
  );
}

/** The ledger is not what the counter says: nothing after this point is sealed or counted. */
class BrokenLedger extends Error {
  readonly seq: number;
  constructor(seq: number) {
    super(`ledger entry ${seq} is missing`);
    this.name = 'BrokenLedger';
    this.seq = seq;
  }
}

/** Refuses to go on over a hole: the counter makes gaps impossible, so one is tampering, never a rollback. */
export async function assertWhole(
  query: Query,
  range: { readonly after: number; readonly upTo: number },
): Promise<void> {
  const [row] = await query('select count(*) as n from ledger_entry where seq > $1 and seq <= $2', [
    range.after,
    range.upTo,
  ]);
  if (Number(row!['n']) === range.upTo - range.after) return;
  const [gap] = await query(
    `select min(s) as seq from generate_series($1::bigint + 1, $2::bigint) s
      where not exists (select from ledger_entry e where e.seq = s)`,
    [range.after, range.upTo],
  );
  throw new BrokenLedger(Number(gap!['seq']));
}
