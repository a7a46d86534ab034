/* A ledger of many entries, made the quick way: the engine's own entries, written by `unnest` instead of one by one. */
import { entryOf, type Entry } from '#lib/action/engine/entry.ts';
import type { Query } from '#lib/action/engine/load.ts';
import { asText, storedColumns, type Stored } from '#lib/action/engine/rows.ts';
import { ENTRY_COLUMNS } from '#lib/action/engine/statement.ts';
import { textArray } from '#lib/action/engine/text-array.ts';
import type { Row } from '#lib/action/noun.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { uuidv7 } from '#lib/ids.ts';
import { instantOf, MS_PER_MINUTE } from '#lib/time.ts';
import { book, library } from '#ledger/testing/library.ts';

const FIRST = Date.parse('2020-01-01T00:00:00Z');
const BATCH = 5_000;
const VERBS = ['buy', 'lend', 'give-back', 'lend', 'give-back'];
const REMARK = '窗口工作人员在受理时已核对原件，复印件与原件一致，退回原件并留存复印件一份。';

const rowAfter = (before: Row | null, id: string, step: number, at: string): Row => {
  const old = before ?? { id, number: id, place: `4306110${id.charCodeAt(9) % 9}`, title: `图书 ${id}` };
  const lent = { state: 'lent', lentAt: at, dueOn: at.slice(0, 10), isLate: null };
  const back = { state: 'shelved', isLate: step % 4 === 0, feeFen: step % 4 === 0 ? '500' : '0' };
  const bought = {
    state: 'shelved',
    lentAt: null,
    dueOn: null,
    isLate: null,
    feeFen: null,
    remark: null,
    remarkSalt: null,
  };
  return {
    ...old,
    ...(step === 0 ? bought : VERBS[step] === 'lend' ? lent : back),
    version: step + 1,
  };
};

/** One book's life: five entries and the row they leave. */
function life(n: number): { readonly entries: readonly Entry[]; readonly row: Row } {
  const id = uuidv7(FIRST + n * MS_PER_MINUTE);
  const entries: Entry[] = [];
  let row: Row | null = null;
  for (const [step, verb] of VERBS.entries()) {
    const now = instantOf(FIRST + (n * VERBS.length + step) * MS_PER_MINUTE);
    const after = rowAfter(row, id, step, now);
    const action = library.actions.find((each) => each.name === verb)!;
    const input = { note: REMARK };
    const request = { action, id: row && id, input, by: SYSTEM, now, key: null, ifMatch: null };
    entries.push(entryOf({ request, input, changes: [{ noun: book, before: row, after }] }));
    row = after;
  }
  return { entries, row: row! };
}

async function insert(
  query: Query,
  table: string,
  columns: readonly Stored[],
  records: readonly object[],
): Promise<void> {
  const value = ({ name, sql, type }: Stored): string =>
    name === 'touched' ? `array[v.touched]::uuid[]` : `v.${sql}::${type}`;
  await query(
    `insert into ${table} (${columns.map(({ sql }) => sql).join(', ')}) select ${columns.map(value).join(', ')}
       from unnest(${columns.map((_, i) => `$${i + 1}::text[]`).join(', ')})
         as v(${columns.map(({ sql }) => sql).join(', ')})`,
    columns.map(({ name, type }) =>
      textArray(records.map((record) => asText(type, (record as Readonly<Record<string, unknown>>)[name]))),
    ),
  );
}

const SEQ: Stored = { name: 'seq', sql: 'seq', type: 'bigint' };

/** Writes so many entries, a fifth as many rows, and the counter. */
export async function writeEntries(query: Query, count: number): Promise<void> {
  let seq = 0;
  for (let n = 0; seq < count;) {
    const entries: object[] = [];
    const rows: Row[] = [];
    while (entries.length < BATCH && seq < count) {
      const { entries: lived, row } = life(n++);
      rows.push(row);
      for (const entry of lived) entries.push({ ...entry, seq: (seq += 1) });
    }
    await insert(query, 'ledger_entry', [SEQ, ...ENTRY_COLUMNS], entries);
    await insert(query, 'library_book', storedColumns(book), rows);
  }
  await query('update ledger_head set n = $1', [seq]);
}
