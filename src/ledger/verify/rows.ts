import { rowDigest } from '#lib/action/engine/canonical.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { rowFrom } from '#lib/action/engine/plan.ts';
import { storedColumns } from '#lib/action/engine/rows.ts';
import type { Noun } from '#lib/action/noun.ts';
import type { Faults } from './faults.ts';
import { cursor, peeking, type Fetched, type Peeking } from './stream.ts';

/** The last thing the ledger says of a row. */
interface Written {
  readonly noun: string;
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly seq: number;
}

/**
 * Sorted by the database, on disk when it is much, so that the program holds one row at a time. Everything is read as
 * text and in byte order: an entry that was tampered with must be found, not stop the search.
 */
const LAST_WRITTEN = `select distinct on (noun, id) noun, id, version, digest, seq from (
    select c ->> 'noun' collate "C" as noun, c ->> 'id' collate "C" as id, c ->> 'version' as version,
           c ->> 'digest' as digest, seq
      from ledger_entry cross join lateral jsonb_array_elements(
        case when jsonb_typeof(changes) = 'array' then changes else '[]' end) as c) as w
  where noun is not null and id is not null order by noun, id, seq desc`;

async function* lastWritten(query: Query): AsyncGenerator<Written> {
  await query("set local work_mem = '64MB'", []);
  for await (const row of cursor(query, 'last_written', LAST_WRITTEN))
    yield {
      noun: row['noun'] as string,
      id: row['id'] as string,
      version: Number(row['version']),
      digest: row['digest'] as string,
      seq: Number(row['seq']),
    };
}

interface Comparing {
  readonly query: Query;
  readonly written: Peeking<Written>;
  readonly faults: Faults;
  /** The number an entry about an unknown row would have had. */
  readonly afterAll: number;
  /** Entries were already found missing or changed. */
  readonly isBroken: boolean;
}

/**
 * The program keeps instants to the millisecond and cuts what it reads to it, so that a digest cannot see a finer
 * change: the database is asked whether there is one.
 */
const BEYOND = 'beyond_milliseconds';
function rowsOf(noun: Noun): string {
  const instants = storedColumns(noun).filter(({ type }) => type === 'timestamptz');
  const finer = instants.map(({ sql }) => `coalesce(${sql} <> date_trunc('milliseconds', ${sql}), false)`);
  return `select *, ${['false', ...finer].join(' or ')} as ${BEYOND} from ${noun.table} order by id`;
}

const named = (noun: Noun, row: Fetched): string => `${noun.title} ${row['number'] as string}`;

async function skipWritten(
  written: Peeking<Written>,
  isBefore: (last: Written) => boolean,
  tell: (last: Written) => void,
): Promise<void> {
  for (let last = await written.peek(); last && isBefore(last); last = await written.peek()) {
    tell(last);
    await written.take();
  }
}

async function compareRow(noun: Noun, row: Fetched, comparing: Comparing): Promise<void> {
  const { written, faults, afterAll, isBroken } = comparing;
  const id = row['id'] as string;
  await skipWritten(
    written,
    (last) => last.noun === noun.name && last.id < id,
    (last) => faults.note(last.seq, goneRow(noun, last)),
  );
  const last = await written.peek();
  if (last?.noun !== noun.name || last.id !== id)
    return faults.note(afterAll, `${named(noun, row)} 没有任何账本条目，系绕过系统写入`);
  await written.take();
  // Where entries are missing, an older one is taken for a row's last: that is their fault, not this entry's.
  if (isBroken && last.version !== row['version']) return;
  if (row[BEYOND] === true)
    return faults.note(last.seq, `${named(noun, row)} 的时间比毫秒更细，系绕过系统写入`);
  if (rowDigest(noun, rowFrom(noun, row)) !== last.digest)
    faults.note(last.seq, `${named(noun, row)} 与其最后一条账本条目不符`);
}
const goneRow = (noun: Noun, { id }: Written): string => `${noun.title}记录已不在表中（${id}）`;

/**
 * Every row of every noun against the last entry that wrote it, side by side in one order. Returns the nouns the ledger
 * speaks of and the program does not know: their rows cannot be checked.
 */
export async function compareRows(
  query: Query,
  nouns: readonly Noun[],
  checking: { readonly faults: Faults; readonly afterAll: number },
): Promise<ReadonlySet<string>> {
  const { faults } = checking;
  const written = peeking(lastWritten(query));
  const comparing: Comparing = { query, written, ...checking, isBroken: faults.first() !== null };
  const unknown = new Set<string>();
  const isUnknown = (last: Written): void => void unknown.add(last.noun);
  const sorted = [...nouns].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const [index, noun] of sorted.entries()) {
    await skipWritten(written, (last) => last.noun < noun.name, isUnknown);
    for await (const row of cursor(query, `rows_${index}`, rowsOf(noun)))
      await compareRow(noun, row, comparing);
    await skipWritten(
      written,
      (last) => last.noun === noun.name,
      (last) => faults.note(last.seq, goneRow(noun, last)),
    );
  }
  await skipWritten(written, () => true, isUnknown);
  return unknown;
}
